package ductus.music.plan;

/** What a bar is to an earlier one of its tune. */
public enum BarRelation {
  /** Like none before it. */
  NEW,
  /** The same, note for note. */
  SAME,
  /** The same some steps of the scale higher or lower. */
  MOVED,
  /** Like it in half of its notes at least. */
  VARIED
}
