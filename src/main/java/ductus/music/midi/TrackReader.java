package ductus.music.midi;

import ductus.file.BadFileException;
import ductus.music.KeySignature;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the events of one track chunk into a draft. */
final class TrackReader {
  private final ByteCursor cursor;
  private final ScoreDraft draft;
  private final int track;
  private long tick;
  private int runningStatus;
  private boolean ended;

  /**
   * Creates a reader of one track.
   *
   * @param cursor over the chunk's content
   * @param track its index
   * @param start tick at which the track begins
   */
  TrackReader(ByteCursor cursor, ScoreDraft draft, int track, long start) {
    this.cursor = cursor;
    this.draft = draft;
    this.track = track;
    this.tick = start;
  }

  /** Reads the track to its End of Track, or to the end of the chunk where there is none. */
  void read() throws BadFileException {
    while (!ended && cursor.remaining() > 0) {
      int offset = cursor.position();
      tick += cursor.variableLength();
      if (tick > MidiReader.MAX_TICK) {
        throw cursor.bad(offset, "time must end by tick " + MidiReader.MAX_TICK + " but goes on");
      }
      int status = cursor.peek();
      if (status < 0x80) {
        if (runningStatus == 0) {
          throw cursor.bad(cursor.position(), "running status without a status byte");
        }
        channelMessage(runningStatus);
      } else {
        cursor.skip(1);
        if (status < 0xF0) {
          runningStatus = status;
          channelMessage(status);
        } else {
          systemMessage(status);
        }
      }
    }
    refuseRemainder();
    draft.openNotes.endTrack(tick);
  }

  /** Tick of the End of Track or, without one, of the last event. */
  long end() {
    return tick;
  }

  /** Whether there was an End of Track. */
  boolean hasEndOfTrack() {
    return ended;
  }

  private void channelMessage(int status) throws BadFileException {
    int channel = status & 0x0F;
    int data = cursor.dataByte();
    switch (status >> 4) {
      case 0x8 -> {
        cursor.dataByte();
        draft.openNotes.end(tick, data, channel);
      }
      case 0x9 -> {
        int velocity = cursor.dataByte();
        if (velocity == 0) {
          draft.openNotes.end(tick, data, channel);
        } else {
          requireRoom();
          draft.openNotes.begin(tick, data, velocity, channel, track);
        }
      }
      case 0xB -> {
        int value = cursor.dataByte();
        if (data == Meta.SUSTAIN_PEDAL) {
          requireRoom();
          draft.pedals.add(new PedalChange(tick, channel, track, value));
        }
      }
      case 0xC -> {
        requireRoom();
        draft.programs.add(new ProgramChange(tick, channel, track, data));
      }
      case 0xD -> {}
      default -> cursor.dataByte();
    }
  }

  /**
   * Passes over a message of the cable; it has no place in a file, but does no harm if its length
   * is known.
   */
  private void systemMessage(int status) throws BadFileException {
    switch (status) {
      case 0xFF -> metaEvent();
      case 0xF0, 0xF7 -> cursor.skip(cursor.variableLength());
      case 0xF1, 0xF3 -> cursor.dataByte();
      case 0xF2 -> {
        cursor.dataByte();
        cursor.dataByte();
      }
      case 0xF6, 0xF8, 0xFA, 0xFB, 0xFC, 0xFE -> {}
      default ->
          throw cursor.bad(
              cursor.position() - 1, "undefined status byte " + ByteCursor.hex(status));
    }
  }

  private void metaEvent() throws BadFileException {
    int offset = cursor.position() - 1;
    int type = cursor.unsignedByte();
    ByteCursor content = cursor.take(cursor.variableLength(), "the meta event");
    switch (type) {
      case Meta.END_OF_TRACK -> ended = true;
      case Meta.TEMPO -> tempo(content, offset);
      case Meta.TIME_SIGNATURE -> timeSignature(content, offset);
      case Meta.KEY_SIGNATURE -> keySignature(content, offset);
      default -> {
        if (Meta.isText(type)) {
          requireRoom();
          draft.texts.add(new TextEvent(tick, track, Meta.textKind(type), text(content.rest())));
        }
      }
    }
  }

  private void tempo(ByteCursor content, int offset) throws BadFileException {
    requireRoom();
    requireLength(content, 3, "tempo", offset);
    int microseconds = content.unsignedShort() << 8 | content.unsignedByte();
    if (microseconds == 0) {
      throw cursor.bad(offset, "tempo must be 1 microsecond a quarter note or more but was 0");
    }
    draft.tempos.add(new TempoChange(tick, microseconds));
  }

  private void timeSignature(ByteCursor content, int offset) throws BadFileException {
    requireRoom();
    requireLength(content, 2, "time signature", offset);
    int numerator = content.unsignedByte();
    int exponent = content.unsignedByte();
    if (numerator == 0 || exponent > 7) {
      throw cursor.bad(
          offset,
          "time signature must have 1 to 255 beats of 1/1 to 1/128 but was "
              + numerator
              + " of 1/2^"
              + exponent);
    }
    draft.timeSignatures.add(new TimeSignature(tick, numerator, 1 << exponent));
  }

  /**
   * Reads a key signature; a key that does not exist is no key: no note and no time depends on it.
   */
  private void keySignature(ByteCursor content, int offset) throws BadFileException {
    requireRoom();
    requireLength(content, 2, "key signature", offset);
    int fifths = (byte) content.unsignedByte();
    int minor = content.unsignedByte();
    if (Math.abs(fifths) <= 7 && minor <= 1) {
      draft.keySignatures.add(new KeySignature(tick, fifths, minor == 1));
    }
  }

  private void requireLength(ByteCursor content, int length, String what, int offset)
      throws BadFileException {
    if (content.remaining() < length) {
      throw cursor.bad(
          offset, what + " must have " + length + " bytes but had " + content.remaining());
    }
  }

  private void requireRoom() throws BadFileException {
    if (draft.size() >= MidiReader.MAX_EVENTS) {
      throw cursor.bad(
          cursor.position(),
          "notes and changes must be at most " + MidiReader.MAX_EVENTS + " but go on");
    }
  }

  /**
   * Refuses what follows the End of Track but zeros, which are padding: it may be music that would
   * be lost.
   */
  private void refuseRemainder() throws BadFileException {
    int offset = cursor.position();
    int length = cursor.remaining();
    while (cursor.remaining() > 0) {
      if (cursor.unsignedByte() != 0) {
        throw cursor.bad(
            offset,
            "End of Track must end track " + (track + 1) + " but " + length + " bytes follow");
      }
    }
  }

  /**
   * Decodes a text: UTF-8 where the bytes are valid UTF-8, else Latin-1, in which any bytes are
   * valid.
   */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
