package ductus.music.midi;

import ductus.music.TextEvent;
import java.util.List;

/** Numbers that the standard gives to meta events and controllers. */
final class Meta {
  static final int END_OF_TRACK = 0x2F;
  static final int TEMPO = 0x51;
  static final int TIME_SIGNATURE = 0x58;
  static final int KEY_SIGNATURE = 0x59;
  static final int SEQUENCER_SPECIFIC = 0x7F;
  static final int SUSTAIN_PEDAL = 64;

  /** The kinds of texts, numbered from 1. */
  private static final List<TextEvent.Kind> TEXTS =
      List.of(
          TextEvent.Kind.TEXT,
          TextEvent.Kind.COPYRIGHT,
          TextEvent.Kind.TRACK_NAME,
          TextEvent.Kind.INSTRUMENT_NAME,
          TextEvent.Kind.LYRIC,
          TextEvent.Kind.MARKER,
          TextEvent.Kind.CUE_POINT);

  private Meta() {}

  static boolean isText(int type) {
    return type >= 1 && type <= TEXTS.size();
  }

  static TextEvent.Kind textKind(int type) {
    return TEXTS.get(type - 1);
  }

  static int textType(TextEvent.Kind kind) {
    return TEXTS.indexOf(kind) + 1;
  }
}
