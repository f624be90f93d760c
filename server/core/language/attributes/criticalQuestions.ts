/**
 * The critical questions of each scheme, in plain words, with what an answer to them attacks. The schemes, and the idea that
 * each comes with questions, are from Walton, Reed and Macagno, *Argumentation Schemes* (2008); the wording is our own.
 */
import { schemes } from "./schemes.ts";

/**
 * The target of an unwelcome answer: a premise (it is not true), the step (it does not carry although its premises are true,
 * an undercut) or the conclusion (something else speaks against it, a rebuttal).
 */
export type QuestionTarget = "premise" | "step" | "conclusion";

/** One critical question of a scheme. */
export interface CriticalQuestion {
  readonly text: string;
  readonly attacks: QuestionTarget;
}

const premise = (text: string): CriticalQuestion => ({ text, attacks: "premise" });
const step = (text: string): CriticalQuestion => ({ text, attacks: "step" });
const conclusion = (text: string): CriticalQuestion => ({ text, attacks: "conclusion" });

const questions: Readonly<Record<string, readonly CriticalQuestion[]>> = {
  // ---- deduction and mathematics: a valid step can be attacked at its premises only, or for not being of its form -------
  "modus-ponens": [
    premise("Is the “if … then” true in every case, or only in most?"),
    premise("Is its condition really met here?"),
    step("Do both premises mean the same thing by the words that they share?"),
  ],
  "modus-tollens": [
    premise("Would the consequence really have to follow?"),
    premise("Is the consequence really absent, or has it only not been seen?"),
    step("Do both premises mean the same thing by the words that they share?"),
  ],
  "disjunctive-syllogism": [
    premise("Are there further alternatives?"),
    premise("Are the other alternatives really ruled out?"),
  ],
  "hypothetical-syllogism": [
    premise("Does each link of the chain hold in every case?"),
    step("Does the end of each link say the same as the beginning of the next?"),
  ],
  "universal-instantiation": [
    premise("Does the rule hold without exception?"),
    premise("Is this really a case of the rule?"),
  ],
  dilemma: [
    premise("Are there only these alternatives?"),
    premise("Does each alternative really lead to what is said?"),
  ],
  reductio: [
    premise("Is the result really impossible, and not merely unwelcome?"),
    step("Does the result follow from the assumption alone, or does another premise bring it about?"),
  ],
  definition: [
    premise("Is this how the word is used here, by those who speak?"),
    premise("Does the case have every feature that the definition asks for?"),
  ],
  mathematical: [
    premise("Are the figures right, and are they of the same kind and time?"),
    step("Is the calculation right?"),
    premise("Does the calculation describe what it is applied to?"),
  ],

  // ---- people and what they know ------------------------------------------------------------------------------------------
  "position-to-know": [
    premise("Was this person in a position to know?"),
    step("Is this person honest?"),
    premise("Did this person really say so?"),
  ],
  "expert-opinion": [
    premise("Is this person an expert in the field in question?"),
    premise("Did the expert say this, and mean it so?"),
    step("Do other experts agree?"),
    step("Does the expert have something to gain?"),
    step("Does the opinion rest on evidence?"),
  ],
  "witness-testimony": [
    premise("Could the witness see or hear this?"),
    step("Is the account free of contradictions, and does it fit the known facts?"),
    step("Is the witness biased?"),
    conclusion("What do other witnesses say?"),
  ],
  "popular-opinion": [
    premise("Do most people really think so, and who was asked?"),
    step("Are these people in a position to know?"),
  ],
  "popular-practice": [
    premise("Do most people really do so?"),
    step("Is there a good reason for what they do, other than habit?"),
    conclusion("Does something about this case call for something else?"),
  ],
  perception: [
    step("Could it look so without being so?"),
    premise("Were the conditions good enough to see or hear it?"),
  ],
  memory: [
    step("Could the memory be mistaken, or have been changed by what came later?"),
    premise("Was it noticed well at the time?"),
  ],
  commitment: [
    premise("Has this person really committed themselves to that?"),
    step("Does the commitment cover this case, or does this person except it?"),
  ],
  "inconsistent-commitment": [
    premise("Did this person really say both?"),
    step("Can both be meant in a way that fits together, or has this person changed their mind?"),
  ],
  ethos: [
    premise("Does this person have the character that is claimed?"),
    step("Does character matter for this question?"),
  ],
  "ad-hominem": [
    premise("Is what is said about this person true?"),
    step("Does it matter for what this person argues?"),
  ],
  bias: [
    premise("Is there evidence that this person is biased?"),
    step("Is taking a side out of place in this kind of discussion?"),
    step("Does the argument stand on evidence that others can check?"),
  ],
  "circumstantial-ad-hominem": [
    premise("Do the words and the acts really conflict?"),
    step("Can the conflict be explained?"),
    step("Does the conflict make the claim any less true?"),
  ],
  "pragmatic-inconsistency": [
    premise("Does this person really act against their own advice?"),
    step("Are both situations alike?"),
  ],

  // ---- cases and comparisons ----------------------------------------------------------------------------------------------
  example: [premise("Is the example true?"), step("Is the example typical?"), conclusion("Are there counterexamples?")],
  analogy: [
    premise("Are the two cases alike in what matters?"),
    step("Are there differences that matter?"),
    conclusion("Is there another case that is as similar, and turned out otherwise?"),
  ],
  precedent: [
    premise("Was the earlier case decided as is said?"),
    step("Is the present case like it in what matters?"),
    conclusion("Are there other precedents?"),
  ],
  generalization: [
    premise("Are there enough cases?"),
    step("Are the cases typical of the whole, or were they chosen?"),
    conclusion("Are there known exceptions?"),
  ],
  composition: [
    premise("Do all parts have this property?"),
    step("Is this a property that passes from the parts to the whole?"),
  ],
  division: [
    premise("Does the whole have this property?"),
    step("Is this a property that passes from the whole to its parts?"),
  ],
  "parts-to-whole": [
    premise("Does the part have this property?"),
    step("Does the property of this part settle the property of the whole?"),
  ],
  "best-explanation": [
    premise("Does the explanation account for all that is known?"),
    step("Is there a better explanation, or one that nobody has looked for?"),
    step("Has it been investigated enough to draw a conclusion?"),
  ],
  abductive: [
    premise("How well does the hypothesis explain what was observed?"),
    step("How much better is it than the alternatives?"),
    step("How thorough was the search for alternatives?"),
  ],
  sign: [
    premise("How reliably does the sign come with what it is a sign of?"),
    step("Could something else have produced the sign?"),
  ],

  // ---- cause and evidence -------------------------------------------------------------------------------------------------
  "cause-to-effect": [
    premise("How reliably does this cause have this effect?"),
    premise("Is the cause present?"),
    step("Is there something that prevents the effect?"),
  ],
  "correlation-to-cause": [
    premise("Do the two really occur together, and is that more than chance?"),
    step("Could a third factor cause both?"),
    step("Could it be the other way round?"),
  ],
  "evidence-to-hypothesis": [
    premise("Would the hypothesis really lead one to expect this?"),
    premise("Has this been observed reliably?"),
    step("Could there be another reason for it?"),
  ],
  falsification: [
    premise("Would the hypothesis really have led to the expected result?"),
    premise("Was the test done properly?"),
    step("Could another assumption of the test be what is wrong?"),
  ],
  ignorance: [
    premise("How thoroughly was it searched for?"),
    step("Would one have found it if it were there?"),
    step("Who has to prove what here?"),
  ],

  // ---- what to do ---------------------------------------------------------------------------------------------------------
  "practical-reasoning": [
    premise("Is the goal one that should be pursued?"),
    premise("Does the action lead to the goal?"),
    step("Are there other ways to the goal, and are they better?"),
    conclusion("Does the action conflict with other goals, or have side effects that outweigh it?"),
    premise("Can it be done?"),
  ],
  consequences: [
    premise("How likely are these consequences?"),
    premise("What is the evidence that they will follow?"),
    conclusion("Are there other consequences that outweigh them?"),
  ],
  "positive-consequences": [
    premise("How likely are these benefits?"),
    premise("What is the evidence that they will follow?"),
    step("Could they be had in another way?"),
    conclusion("Are there drawbacks that outweigh them?"),
  ],
  "negative-consequences": [
    premise("How likely is the harm?"),
    premise("What is the evidence that it will follow?"),
    step("Can the harm be prevented or made good?"),
    conclusion("Are there benefits that outweigh it?"),
  ],
  "fear-appeal": [
    premise("Is what is feared as bad as it is painted?"),
    premise("How likely is it?"),
    step("Would the proposed action prevent it?"),
  ],
  "danger-appeal": [
    premise("Is there really a danger?"),
    step("Can the danger be avoided in another way?"),
    conclusion("Is the danger worth running?"),
  ],
  values: [
    premise("Is this really a value of those concerned?"),
    step("Does the value count for or against this action?"),
    conclusion("Does another value weigh more here?"),
  ],
  waste: [
    premise("Would what has been done so far really be lost?"),
    step("Is there a reasonable chance of success if one goes on?"),
    conclusion("Would the effort do more good elsewhere?"),
  ],
  "sunk-costs": [
    premise("Is it true that what was spent cannot be recovered?"),
    step("Do past costs matter for what is best from now on?"),
    conclusion("Is one bound by a promise in any case?"),
  ],
  "slippery-slope": [
    premise("Which steps lie between the first and the last?"),
    premise("How likely is each step, given the one before?"),
    step("Can one stop on the way?"),
    premise("Is the end as bad as is said?"),
  ],
  gradualism: [
    premise("Is each small step as acceptable as the one before?"),
    step("Do small differences add up to one that matters?"),
  ],
  interaction: [
    premise("Is there really a dispute that needs to be settled?"),
    step("Would the proposal settle it for both sides?"),
  ],
  "need-for-help": [
    premise("Does this person need help, and want it?"),
    premise("Would the action help?"),
    step("Is it possible, and whose task is it?"),
    conclusion("Would it cost others too much?"),
  ],
  distress: [
    premise("Is the distress real?"),
    premise("Would the action relieve it?"),
    conclusion("Would it do more harm than good in the long run?"),
  ],

  // ---- rules and words ----------------------------------------------------------------------------------------------------
  rule: [
    premise("Is there such a rule, and is it in force?"),
    premise("Does it cover this case?"),
    step("Does another rule override it, or is this an exception?"),
  ],
  "exceptional-case": [
    premise("Is this case really different from the ones that the rule was made for?"),
    step("Is the difference one that justifies an exception?"),
    conclusion("Would the exception undermine the rule?"),
  ],
  "plea-for-excuse": [premise("Is the excuse true?"), step("Does it excuse what was done, or only explain it?")],
  oppositions: [premise("Can the two really not both be true?"), step("Could both be false?")],
  alternatives: [
    premise("Are there other alternatives?"),
    premise("Are the rejected alternatives really ruled out?"),
    step("Could more than one be true?"),
  ],
  "verbal-classification": [
    premise("Does the case have the feature that the word stands for?"),
    step("Is the word used in the same sense in both places?"),
    step("Is the classification in doubt in this case?"),
  ],
  "definition-to-classification": [
    premise("Is the definition accepted by those concerned?"),
    premise("Does the case meet the definition?"),
    step("Is there a better definition, under which the case is classified otherwise?"),
  ],
  vagueness: [
    premise("Is the word really too vague for this discussion?"),
    step("Can what is meant be made precise enough here?"),
  ],
  arbitrariness: [
    premise("Is the line really drawn without a reason?"),
    step("Is it better to draw some line than none?"),
  ],
};

/** Returns the critical questions of a scheme; none for an unknown scheme. */
export const criticalQuestionsOf = (scheme: string): readonly CriticalQuestion[] =>
  schemes.includes(scheme) ? (questions[scheme] ?? []) : [];
