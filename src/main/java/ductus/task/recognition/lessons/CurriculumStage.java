package ductus.task.recognition.lessons;

/**
 * The kind of lines that a network learns from at a time of its run.
 *
 * @param characters about the length of a line
 * @param aligned whether it is told where the characters stand; then nobody writes with odd habits
 * @param calm 0 for all the doubt about size and height that there may be, 1 for little
 */
record CurriculumStage(double characters, boolean aligned, double calm) {
  /** Characters of a line at the run's start, and when texts have grown. */
  private static final double SHORT = 5;

  private static final double LONG = 44;

  /** Short lines come in batches so many times as large at most. */
  private static final double LARGER = 4;

  /** Share of the run in which texts grow. */
  private static final double GROWING = 0.15;

  /** Share of the run in which lines tell where their characters stand. */
  private static final double ALIGNED = 0.08;

  /** Share of the run after which lines become calmer. */
  private static final double CALMING = 0.6;

  /** The stage of the lines to measure by. */
  static final CurriculumStage MEASURING = new CurriculumStage(30, false, 0);

  /**
   * The stage of a run.
   *
   * @param done share of the run, 0 to 1
   */
  static CurriculumStage at(double done) {
    return new CurriculumStage(
        SHORT * StrictMath.pow(LONG / SHORT, Math.min(1, done / GROWING)),
        done < ALIGNED,
        Math.max(0, (done - CALMING) / (1 - CALMING)));
  }

  /**
   * The stage of a run with a network that could read before it.
   *
   * @param done share of the run, 0 to 1
   */
  static CurriculumStage again(double done) {
    return at(GROWING + (1 - GROWING) * done);
  }

  /** Returns this stage with lines of another length. */
  CurriculumStage times(double longer) {
    return new CurriculumStage(characters * longer, aligned, calm);
  }

  /** Length of a line, 1 or more. */
  int length() {
    return Math.max(1, (int) Math.round(characters));
  }

  /** Lines that go through a network at a time where it is so many of the longest. */
  int lines(int longest) {
    return (int) (longest * Math.min(LARGER, LONG / characters));
  }
}
