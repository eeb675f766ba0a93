package ductus.music;

import java.util.Optional;

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

  /** The key that the text names, as {@code K:Ador} does; empty for any other text. */
  public Optional<Key> key() {
    if (kind != Kind.TEXT || !text.startsWith("K:")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Key.parse(text.substring(2)));
    } catch (IllegalArgumentException notAKey) {
      return Optional.empty();
    }
  }

  /** Whether the text is the name of a chord, such as {@code F#m7/C#}. */
  public boolean isChordSymbol() {
    return kind == Kind.TEXT
        && text.matches(
            "[A-G][#b]?(maj|min|m|M|dim|aug|sus|add|[0-9+\u00b0\u00f8()#b-])*(/[A-G][#b]?)?");
  }
}
