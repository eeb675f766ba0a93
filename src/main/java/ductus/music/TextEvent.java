package ductus.music;

/** A text in a MIDI file: a title, a lyric, a marker, a chord symbol. */
public record TextEvent(long tick, int track, Kind kind, String text) {
  /** The text meta events of the standard, in the order of their numbers 1 to 7. */
  public enum Kind {
    TEXT,
    COPYRIGHT,
    TRACK_NAME,
    INSTRUMENT_NAME,
    LYRIC,
    MARKER,
    CUE_POINT
  }
}
