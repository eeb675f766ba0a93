package ductus.lab.surprise;

/** Who says how odd each part is. */
enum Judge {
  /** The network that has learned such things. */
  NETWORK("network"),

  /**
   * A plain rule: of rows the error of an autoregression, of bars the surprise of counted trigrams
   * that know the place in the bar, of strokes how far their middle is from the usual height.
   */
  RULE("plain rule");

  private final String label;

  Judge(String label) {
    this.label = label;
  }

  /** As tables say it. */
  String label() {
    return label;
  }
}
