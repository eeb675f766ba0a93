package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.abc.bar.AbcLiberty;
import ductus.music.abc.bar.AbcNotices;
import ductus.music.harmony.ChordSymbol;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Scans what stands in quotes, and decorations in exclamation marks: chord symbols, annotations,
 * fingerings, marks of jumps.
 */
final class AbcTexts {
  /** D.C., D.S. and so on, without spaces and stops. */
  private static final Pattern JUMP =
      Pattern.compile("(?:d[cs]|dacapo|dalsegno)(?:al|to)?(?:fine|coda|segno)?|dacoda");

  private static final Pattern DECORATION = Pattern.compile("[A-Za-z0-9.:()<>^+/~*#-]{1,32}");

  private final AbcNotices notices;
  private String chord = "";

  AbcTexts(AbcNotices notices) {
    this.notices = notices;
  }

  /** Takes the chord symbol that waits for a note; empty if none does. */
  String takeChord() {
    String taken = chord;
    chord = "";
    return taken;
  }

  /** Ends the body: no note comes for a symbol that waits. */
  void finish(int place) {
    if (!chord.isEmpty()) {
      notices.add(place, AbcLiberty.CHORD_UNPLACED, AbcFields.quote(takeChord()));
    }
  }

  /** Scans a text in quotes: a chord symbol, or else an annotation. */
  void quoted(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    cursor.next();
    String text = cursor.upTo('"', "a text");
    if (isJump(text, place) || text.isBlank() || "^_<>@".indexOf(text.charAt(0)) >= 0) {
      return;
    }
    try {
      ChordSymbol.parse(text);
    } catch (IllegalArgumentException e) {
      notices.add(place, AbcLiberty.ANNOTATION, AbcFields.quote(text));
      return;
    }
    if (chord.isEmpty()) {
      chord = text.strip();
    } else {
      notices.add(place, AbcLiberty.CHORD_UNPLACED, AbcFields.quote(text));
    }
  }

  /** Scans a decoration, or a lone exclamation mark: the end of a staff in old ABC. */
  void decoration(AbcCursor cursor) throws BadFileException {
    int place = cursor.place();
    cursor.next();
    if (!cursor.isAhead('!') || !DECORATION.matcher(cursor.peekTo('!')).matches()) {
      notices.add(place, AbcLiberty.LINE_BREAK, "\"!\"");
      return;
    }
    isJump(cursor.upTo('!', "a decoration"), place);
  }

  private boolean isJump(String text, int place) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    boolean jumps = JUMP.matcher(plain).matches();
    if (jumps) {
      notices.add(place, AbcLiberty.JUMP, AbcFields.quote(text));
    }
    return jumps;
  }
}
