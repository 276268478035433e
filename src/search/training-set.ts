// What is trained on: the texts of a content as rows of numbers, with the class of each.
import type { FeatureSpace } from "./feature-space.ts";
import type { Habits, Recipe } from "./recipe.ts";
import type { Rows } from "./rows.ts";

export interface TrainingSet {
  readonly space: FeatureSpace;
  readonly rows: Rows;
  /** The class of each row; `classCount` for the messages of strangers, which have none. */
  readonly labels: Int32Array;
  readonly classCount: number;
  /** 1 for classes that are side topics: each kind has its own places among the candidates. */
  readonly isSideTopic: Uint8Array;
  readonly weights: Recipe["weights"];
  readonly opinions: Habits["opinions"];
}
