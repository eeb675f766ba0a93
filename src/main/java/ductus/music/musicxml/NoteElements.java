package ductus.music.musicxml;

import ductus.music.notation.BarAccidentals;
import ductus.music.notation.NotatedEvent;
import ductus.music.notation.NoteValue;
import ductus.music.notation.SpelledPitch;
import java.util.List;

/** Writes note elements. */
final class NoteElements {
  /** Names of note values from the breve on. */
  private static final List<String> TYPES =
      List.of("breve", "whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th");

  private final XmlLines xml;
  private final String drumPart;

  /**
   * Prepares the elements of a part.
   *
   * @param drumPart id of the part if it is one of drums, else empty
   */
  NoteElements(XmlLines xml, String drumPart) {
    this.xml = xml;
    this.drumPart = drumPart;
  }

  /** Writes a rest for a whole bar. */
  void barRest(int units, int voice) {
    xml.open("note").empty("rest", "measure", "yes").number("duration", units);
    xml.number("voice", voice).close();
  }

  /**
   * Writes a note, chord or rest.
   *
   * @param startsTuplet whether the bracket of a triplet begins with it
   * @param stopsTuplet whether one ends with it
   */
  void write(
      NotatedEvent piece,
      int voice,
      BarAccidentals accidentals,
      boolean startsTuplet,
      boolean stopsTuplet) {
    if (piece.isRest()) {
      xml.open("note").empty("rest").number("duration", piece.value().units());
      xml.number("voice", voice);
      value(piece.value());
      tuplet(piece.value());
      notations(piece, startsTuplet, stopsTuplet);
      xml.close();
      return;
    }
    for (int i = 0; i < piece.pitches().size(); i++) {
      xml.open("note");
      if (i > 0) {
        xml.empty("chord");
      }
      if (drumPart.isEmpty()) {
        pitched(piece, voice, piece.pitches().get(i), accidentals);
      } else {
        drum(piece, voice, piece.pitches().get(i));
      }
      notations(piece, startsTuplet && i == 0, stopsTuplet && i == 0);
      xml.close();
    }
  }

  private void pitched(NotatedEvent piece, int voice, int key, BarAccidentals accidentals) {
    SpelledPitch pitch = accidentals.spell(key);
    boolean sign = accidentals.write(pitch) && !piece.tiedBefore();
    xml.open("pitch").text("step", String.valueOf(pitch.letter()));
    if (pitch.alteration() != 0) {
      xml.number("alter", pitch.alteration());
    }
    xml.number("octave", pitch.octave()).close();
    durationAndTies(piece);
    xml.number("voice", voice);
    value(piece.value());
    if (sign) {
      xml.text("accidental", accidental(pitch.alteration()));
    }
    tuplet(piece.value());
  }

  private void drum(NotatedEvent piece, int voice, int drum) {
    DrumStaff place = DrumStaff.of(drum);
    xml.open("unpitched").text("display-step", String.valueOf(place.step()));
    xml.number("display-octave", place.octave()).close();
    durationAndTies(piece);
    xml.empty("instrument", "id", MusicXml.instrument(drumPart, drum));
    xml.number("voice", voice);
    value(piece.value());
    tuplet(piece.value());
    if (!place.notehead().equals(DrumStaff.NORMAL)) {
      xml.text("notehead", place.notehead());
    }
  }

  private void durationAndTies(NotatedEvent piece) {
    xml.number("duration", piece.value().units());
    if (piece.tiedBefore()) {
      xml.empty("tie", "type", "stop");
    }
    if (piece.tiedAfter()) {
      xml.empty("tie", "type", "start");
    }
  }

  private void value(NoteValue value) {
    xml.text("type", TYPES.get(value.halvings() + 1));
    if (value.dotted()) {
      xml.empty("dot");
    }
  }

  private void tuplet(NoteValue value) {
    if (value.triplet()) {
      xml.open("time-modification").number("actual-notes", 3).number("normal-notes", 2).close();
    }
  }

  private void notations(NotatedEvent piece, boolean startsTuplet, boolean stopsTuplet) {
    boolean tied = piece.tiedBefore() || piece.tiedAfter();
    if (!tied && !startsTuplet && !stopsTuplet) {
      return;
    }
    xml.open("notations");
    if (piece.tiedBefore()) {
      xml.empty("tied", "type", "stop");
    }
    if (piece.tiedAfter()) {
      xml.empty("tied", "type", "start");
    }
    if (startsTuplet) {
      xml.empty("tuplet", "type", "start", "bracket", "yes");
    }
    if (stopsTuplet) {
      xml.empty("tuplet", "type", "stop");
    }
    xml.close();
  }

  private static String accidental(int alteration) {
    return switch (alteration) {
      case -2 -> "flat-flat";
      case -1 -> "flat";
      case 1 -> "sharp";
      case 2 -> "double-sharp";
      default -> "natural";
    };
  }
}
