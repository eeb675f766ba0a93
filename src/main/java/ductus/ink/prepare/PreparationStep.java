package ductus.ink.prepare;

import ductus.ink.Handwriting;

/** One step of a preparation. It keeps text and writer, and never makes a stroke without points. */
public sealed interface PreparationStep
    permits RepeatedPointRemoval,
        OutlierRemoval,
        BaselineLeveling,
        SlantRemoval,
        HeightNormalization,
        ArcLengthResampling,
        Simplification {
  /** Applies the step to some ink; tells also what it found on the way. */
  PreparedInk apply(Handwriting ink);
}
