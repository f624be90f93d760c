/** The dependencies between the nodes of a framework. */
import { type Adjacency, at, type Dependencies, type NodeLists, type RivalGroup } from "./framework.ts";

/** Returns the dependencies of nodes whose conditions mention the nodes in some lists. */
export const dependenciesOf = (size: number, lists: NodeLists, rivalGroups: readonly RivalGroup[]): Dependencies =>
  analyseDependencies(dependencyLists(size, lists, rivalGroups));

/** Returns for each vertex the vertices that its condition mentions. */
function dependencyLists(
  size: number,
  { reasons, objections, premises, contradictions, groupsOf }: NodeLists,
  rivalGroups: readonly RivalGroup[],
): Adjacency {
  const mentioned = [reasons, objections, premises, contradictions];
  const lists = [...mentioned, groupsOf];
  const answerCount = rivalGroups.reduce((sum, { answers }) => sum + answers.length, 0);
  const starts = new Uint32Array(size + rivalGroups.length + 1);
  const items = new Uint32Array(lists.reduce((sum, list) => sum + list.items.length, answerCount));
  let next = 0;
  for (let node = 0; node < size; node++) {
    for (const list of mentioned) {
      for (let edge = at(list.starts, node); edge < at(list.starts, node + 1); edge++) {
        items[next++] = at(list.items, edge);
      }
    }
    for (let edge = at(groupsOf.starts, node); edge < at(groupsOf.starts, node + 1); edge++) {
      items[next++] = size + at(groupsOf.items, edge);
    }
    starts[node + 1] = next;
  }
  for (const [group, { answers }] of rivalGroups.entries()) {
    for (const answer of answers) items[next++] = answer;
    starts[size + group + 1] = next;
  }
  return { starts, items };
}

/**
 * Finds the strongly connected components, dependencies first: Tarjan, “Depth-first search and linear graph algorithms”,
 * SIAM J. Comput. 1 (1972), with an explicit stack.
 */
function analyseDependencies({ starts, items }: Adjacency): Dependencies {
  const count = starts.length - 1;
  const NOT_VISITED = 0xffffffff;
  const order = new Uint32Array(count).fill(NOT_VISITED);
  const lowLink = new Uint32Array(count);
  const nextEdge = starts.slice(0, count);
  const componentOf = new Uint32Array(count).fill(NOT_VISITED);
  const dependsOnItself = new Uint8Array(count);
  const members = new Uint32Array(count);
  const componentStarts = new Uint32Array(count + 1);
  const isCyclic = new Uint8Array(count);
  /** Visited vertices whose component is not known yet. */
  const open = new Uint32Array(count);
  const path = new Uint32Array(count);
  let visited = 0;
  let assigned = 0;
  let components = 0;
  let openCount = 0;
  let depth = 0;
  const visit = (vertex: number): void => {
    order[vertex] = lowLink[vertex] = visited++;
    open[openCount++] = vertex;
    path[depth++] = vertex;
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== NOT_VISITED) continue;
    visit(root);
    while (depth > 0) {
      const vertex = at(path, depth - 1);
      const edge = at(nextEdge, vertex);
      if (edge < at(starts, vertex + 1)) {
        nextEdge[vertex] = edge + 1;
        const next = at(items, edge);
        if (next === vertex) dependsOnItself[vertex] = 1;
        else if (order[next] === NOT_VISITED) visit(next);
        else if (componentOf[next] === NOT_VISITED) lowLink[vertex] = Math.min(at(lowLink, vertex), at(order, next));
        continue;
      }
      depth--;
      if (depth > 0) {
        const above = at(path, depth - 1);
        lowLink[above] = Math.min(at(lowLink, above), at(lowLink, vertex));
      }
      if (lowLink[vertex] !== order[vertex]) continue;
      const first = assigned;
      let member: number;
      do {
        member = at(open, --openCount);
        componentOf[member] = components;
        members[assigned++] = member;
      } while (member !== vertex);
      isCyclic[components] = assigned - first > 1 ? 1 : at(dependsOnItself, vertex);
      componentStarts[++components] = assigned;
    }
  }
  return {
    components: { starts: componentStarts.slice(0, components + 1), items: members },
    componentOf,
    isCyclic: isCyclic.slice(0, components),
    dependents: transpose({ starts, items }),
  };
}

/** Returns for each index the lists that contain it. */
function transpose({ starts, items }: Adjacency): Adjacency {
  const count = starts.length - 1;
  const newStarts = new Uint32Array(count + 1);
  for (const item of items) newStarts[item + 1] = at(newStarts, item + 1) + 1;
  for (let index = 0; index < count; index++) newStarts[index + 1] = at(newStarts, index + 1) + at(newStarts, index);
  const next = newStarts.slice(0, count);
  const newItems = new Uint32Array(items.length);
  for (let index = 0; index < count; index++) {
    for (let edge = at(starts, index); edge < at(starts, index + 1); edge++) {
      const item = at(items, edge);
      newItems[at(next, item)] = index;
      next[item] = at(next, item) + 1;
    }
  }
  return { starts: newStarts, items: newItems };
}
