package ductus.music.musicxml;

import ductus.music.Instruments;
import ductus.music.Score;
import ductus.music.notation.NotatedPart;
import ductus.music.notation.NotatedScore;
import java.util.List;

/**
 * Writes a score as a MusicXML file: a part for each track and channel, bars with metre and key,
 * tempos, chord symbols, voices, ties, dots and triplets; drums on a percussion staff. Notes are
 * set on a grid first, see {@link NotatedScore}; velocities and pedals are not written.
 */
public final class MusicXml {
  private static final String DOCUMENT_TYPE =
      "<!DOCTYPE score-partwise PUBLIC \"-//Recordare//DTD MusicXML 4.0 Partwise//EN\""
          + " \"http://www.musicxml.org/dtds/partwise.dtd\">";

  private final XmlLines xml = new XmlLines(DOCUMENT_TYPE);
  private final NotatedScore sheet;

  private MusicXml(NotatedScore sheet) {
    this.sheet = sheet;
  }

  /**
   * Writes the file, in UTF-8.
   *
   * @throws IllegalArgumentException if the score has no notes or too many bars
   */
  public static byte[] file(Score score, String title) {
    return new MusicXml(NotatedScore.of(score, title)).write();
  }

  private byte[] write() {
    xml.open("score-partwise", "version", "4.0");
    xml.open("work").text("work-title", sheet.title()).close();
    xml.open("identification");
    if (!sheet.composer().isEmpty()) {
      xml.text("creator", sheet.composer(), "type", "composer");
    }
    xml.open("encoding")
        .text("software", "Ductus")
        .text(
            "encoding-description",
            "set on a grid of " + NotatedScore.UNITS_PER_QUARTER + " units a quarter note")
        .close()
        .close();
    partList();
    for (int i = 0; i < sheet.parts().size(); i++) {
      NotatedPart part = sheet.parts().get(i);
      xml.open("part", "id", id(i));
      new PartMeasures(xml, sheet, part, id(i), i == 0).write();
      xml.close();
    }
    return xml.close().bytes();
  }

  private void partList() {
    xml.open("part-list");
    for (int i = 0; i < sheet.parts().size(); i++) {
      NotatedPart part = sheet.parts().get(i);
      xml.open("score-part", "id", id(i)).text("part-name", part.name());
      List<Integer> drums = part.isDrums() ? part.pitches() : List.of();
      if (part.isDrums()) {
        for (int drum : drums) {
          xml.open("score-instrument", "id", instrument(id(i), drum))
              .text("instrument-name", DrumStaff.of(drum).name())
              .close();
        }
        for (int drum : drums) {
          midiInstrument(instrument(id(i), drum), part);
          xml.number("midi-unpitched", drum + 1).close();
        }
      } else {
        xml.open("score-instrument", "id", id(i) + "-I1")
            .text("instrument-name", Instruments.name(part.program()))
            .close();
        midiInstrument(id(i) + "-I1", part);
        xml.close();
      }
      xml.close();
    }
    xml.close();
  }

  private void midiInstrument(String id, NotatedPart part) {
    xml.open("midi-instrument", "id", id)
        .number("midi-channel", part.channel() + 1)
        .number("midi-program", part.program() + 1);
  }

  /** The name of a drum of a part within the file. */
  static String instrument(String part, int drum) {
    return part + "-I" + (drum + 1);
  }

  private static String id(int part) {
    return "P" + (part + 1);
  }
}
