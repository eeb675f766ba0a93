package ductus.music.musicxml;

import ductus.music.TimeSignature;
import ductus.music.notation.BarAccidentals;
import ductus.music.notation.NotatedBar;
import ductus.music.notation.NotatedEvent;
import ductus.music.notation.NotatedPart;
import ductus.music.notation.NotatedScore;
import ductus.music.notation.NotatedVoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes the measures of one part. */
final class PartMeasures {
  /** Mean pitch below which a part is written in the bass clef: the A below middle C. */
  private static final int BASS = 57;

  private final XmlLines xml;
  private final NotatedScore sheet;
  private final NotatedPart part;
  private final boolean first;
  private final NoteElements notes;
  private int nextTempo;
  private int nextChord;

  /**
   * Prepares the measures of a part.
   *
   * @param id of the part in the file
   * @param first whether tempos and chord symbols stand above it
   */
  PartMeasures(XmlLines xml, NotatedScore sheet, NotatedPart part, String id, boolean first) {
    this.xml = xml;
    this.sheet = sheet;
    this.part = part;
    this.first = first;
    this.notes = new NoteElements(xml, part.isDrums() ? id : "");
  }

  void write() {
    List<List<List<NotatedEvent>>> voices = new ArrayList<>();
    for (NotatedVoice voice : part.voices()) {
      voices.add(voice.pieces(sheet.bars(), new TreeSet<>()));
    }
    int firstNumber = sheet.bars().get(0).before() > 0 ? 0 : 1;
    for (int i = 0; i < sheet.bars().size(); i++) {
      NotatedBar bar = sheet.bars().get(i);
      String number = Integer.toString(i + firstNumber);
      if (bar.fitsMetre() && !bar.isPart()) {
        xml.open("measure", "number", number);
      } else {
        xml.open("measure", "number", number, "implicit", "yes");
      }
      attributes(i);
      BarAccidentals accidentals = new BarAccidentals(bar.key());
      for (int v = 0; v < voices.size(); v++) {
        voice(bar, voices.get(v).get(i), v, accidentals);
      }
      if (i == sheet.bars().size() - 1) {
        xml.open("barline", "location", "right").text("bar-style", "light-heavy").close();
      }
      xml.close();
    }
  }

  private void voice(
      NotatedBar bar, List<NotatedEvent> pieces, int voice, BarAccidentals accidentals) {
    boolean rests = pieces.stream().allMatch(NotatedEvent::isRest);
    if (voice > 0 && rests) {
      return;
    }
    if (voice > 0) {
      xml.open("backup").number("duration", bar.length()).close();
    }
    if (rests) {
      marks(bar.start(), bar.end(), voice);
      notes.barRest(bar.length(), voice + 1);
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      NotatedEvent piece = pieces.get(i);
      marks(bar.line() + piece.start(), bar.line() + piece.end(), voice);
      boolean starts = isTriplet(piece) && (i == 0 || !isOneTuplet(bar, pieces.get(i - 1), piece));
      boolean stops =
          isTriplet(piece)
              && (i == pieces.size() - 1 || !isOneTuplet(bar, piece, pieces.get(i + 1)));
      notes.write(piece, voice + 1, accidentals, starts, stops);
    }
  }

  private static boolean isTriplet(NotatedEvent piece) {
    return piece.value().triplet();
  }

  /** Whether two signs stand under one bracket, as triplets of one cell do. */
  private static boolean isOneTuplet(NotatedBar bar, NotatedEvent one, NotatedEvent next) {
    return isTriplet(one)
        && isTriplet(next)
        && one.start() / bar.cell() == next.start() / bar.cell();
  }

  private void attributes(int index) {
    NotatedBar bar = sheet.bars().get(index);
    NotatedBar before = index == 0 ? null : sheet.bars().get(index - 1);
    boolean newKey = before == null || !before.key().equals(bar.key());
    boolean newMetre = before == null || !before.metre().sameMetre(bar.metre());
    if (!newKey && !newMetre) {
      return;
    }
    xml.open("attributes");
    if (before == null) {
      xml.number("divisions", NotatedScore.UNITS_PER_QUARTER);
    }
    if (newKey) {
      xml.open("key").number("fifths", bar.key().fifths());
      xml.text("mode", bar.key().key().mode().label()).close();
    }
    if (newMetre) {
      TimeSignature metre = bar.metre();
      xml.open("time").number("beats", metre.numerator()).number("beat-type", metre.denominator());
      xml.close();
    }
    if (before == null) {
      clef();
    }
    xml.close();
  }

  private void clef() {
    xml.open("clef");
    if (part.isDrums()) {
      xml.text("sign", "percussion");
    } else if (part.meanPitch() < BASS) {
      xml.text("sign", "F").number("line", 4);
    } else {
      xml.text("sign", "G").number("line", 2);
    }
    xml.close();
  }

  /** Writes the tempos and chord symbols from a place to another, above the first voice. */
  private void marks(long from, long to, int voice) {
    if (!first || voice > 0) {
      return;
    }
    while (nextTempo < sheet.tempos().size() && sheet.tempos().get(nextTempo).place() < to) {
      NotatedScore.Mark<Integer> tempo = sheet.tempos().get(nextTempo++);
      tempo(60e6 / tempo.value(), tempo.place() - from);
    }
    while (nextChord < sheet.chords().size() && sheet.chords().get(nextChord).place() < to) {
      NotatedScore.Mark<String> chord = sheet.chords().get(nextChord++);
      HarmonyElement.write(xml, chord.value(), chord.place() - from);
    }
  }

  private void tempo(double quartersPerMinute, long offset) {
    xml.open("direction", "placement", "above").open("direction-type").open("metronome");
    xml.text("beat-unit", "quarter").text("per-minute", decimal(quartersPerMinute, 1));
    xml.close().close();
    if (offset > 0) {
      xml.text("offset", Long.toString(offset), "sound", "yes");
    }
    xml.empty("sound", "tempo", decimal(quartersPerMinute, 6)).close();
  }

  private static String decimal(double value, int places) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
