/** Signatures of branches: two branches with equal signatures have the same layout. */
import { isSameList } from "../../tree/isSameList.ts";
import type { LayoutNode } from "./layoutNodes.ts";

/** All that the positions in a branch depend on, as a list of numbers. */
export type BranchSignature = readonly number[];

/** The signature of a branch given its nodes in preorder. */
export function branchSignature(nodes: readonly LayoutNode[]): BranchSignature {
  const signature: number[] = [];
  const pathNumbers = new Map<object, number>();
  for (const { outerSize, shift, children, sectionPath } of nodes) {
    const number = pathNumbers.get(sectionPath) ?? pathNumbers.size;
    pathNumbers.set(sectionPath, number);
    signature.push(outerSize[0], outerSize[1], shift, children.length, number, sectionPath.sections.length);
  }
  return signature;
}

/** A 32-bit polynomial hash of a signature. */
export function hashSignature(signature: BranchSignature): number {
  let hash = signature.length;
  for (const number of signature) hash = (Math.imul(hash, 31) + Math.round(number * 16)) | 0;
  return hash;
}

/** Whether two branches have the same layout. */
export const isSameSignature = (a: BranchSignature, b: BranchSignature): boolean => isSameList(a, b);
