package ductus.music.engraving.staff;

import ductus.music.engraving.glyph.Glyph;
import ductus.music.musicxml.DrumStaff;
import ductus.music.notation.BarAccidentals;
import ductus.music.notation.NotatedBar;
import ductus.music.notation.NotatedEvent;
import ductus.music.notation.NotatedPart;
import ductus.music.notation.NoteValue;
import ductus.music.notation.SpelledPitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the bars of a staff from its parts. */
final class StaffBars {
  private static final NoteValue WHOLE = new NoteValue(0, false, false);
  private static final String NORMAL = "normal";

  /** A voice of the staff. */
  private record Line(
      int part, int voice, List<List<NotatedEvent>> pieces, SourceNotes sources, boolean isMain) {}

  /** A sign that has no accidentals yet. */
  private record Piece(int voice, int index, NotatedEvent event, Line line) {}

  private final List<NotatedBar> bars;
  private final Clef clef;
  private final List<Line> lines = new ArrayList<>();

  StaffBars(List<NotatedBar> bars, Clef clef) {
    this.bars = bars;
    this.clef = clef;
  }

  /** Adds the voices of a part. */
  void add(NotatedPart part, SourceNotes sources) {
    int number = lines.stream().mapToInt(Line::part).max().orElse(-1) + 1;
    for (int voice = 0; voice < part.voices().size(); voice++) {
      lines.add(
          new Line(
              number,
              voice,
              part.voices().get(voice).pieces(bars, Collections.emptyNavigableSet()),
              sources,
              voice == 0));
    }
  }

  List<StaffBar> bars() {
    List<StaffBar> made = new ArrayList<>(bars.size());
    for (int i = 0; i < bars.size(); i++) {
      made.add(bar(i));
    }
    return made;
  }

  private StaffBar bar(int index) {
    NotatedBar bar = bars.get(index);
    List<Piece> pieces = new ArrayList<>();
    List<List<StaffSign>> voices = new ArrayList<>();
    for (Line line : sounding(index)) {
      List<NotatedEvent> events = line.pieces().get(index);
      for (int i = 0; i < events.size(); i++) {
        pieces.add(new Piece(voices.size(), i, events.get(i), line));
      }
      voices.add(new ArrayList<>(Collections.nCopies(events.size(), null)));
    }
    if (voices.isEmpty()) {
      int start = bar.before();
      StaffSign rest = new StaffSign(0, start, bar.length(), WHOLE, List.of(), true, false);
      return new StaffBar(bar, List.of(List.of(rest)));
    }
    // Accidentals hold for what comes after them in any voice, so they are found in order of time.
    pieces.sort(
        Comparator.<Piece>comparingInt(piece -> piece.event().start())
            .thenComparingInt(Piece::voice));
    BarAccidentals accidentals = new BarAccidentals(bar.key());
    for (Piece piece : pieces) {
      voices.get(piece.voice()).set(piece.index(), sign(piece, bar, accidentals));
    }
    return new StaffBar(bar, voices);
  }

  /** The voices that have notes in a bar, those of one part from the highest in this bar down. */
  private List<Line> sounding(int index) {
    List<Line> sounding = new ArrayList<>(lines);
    sounding.removeIf(line -> line.pieces().get(index).stream().allMatch(NotatedEvent::isRest));
    sounding.sort(
        Comparator.comparingInt(Line::part)
            .thenComparing(
                Comparator.<Line>comparingDouble(line -> mean(line.pieces().get(index)))
                    .reversed()));
    return sounding;
  }

  private static double mean(List<NotatedEvent> events) {
    return events.stream()
        .flatMap(event -> event.pitches().stream())
        .mapToInt(pitch -> pitch)
        .average()
        .orElse(0);
  }

  private StaffSign sign(Piece piece, NotatedBar bar, BarAccidentals accidentals) {
    NotatedEvent event = piece.event();
    List<StaffHead> heads = new ArrayList<>();
    // What is struck does not sound on: where a stroke would be tied, a rest stands.
    boolean strikes = clef != Clef.PERCUSSION || !event.tiedBefore();
    for (int pitch : strikes ? event.pitches() : List.<Integer>of()) {
      int note =
          piece.line().sources().index(piece.line().voice(), bar.line() + event.start(), pitch);
      heads.add(
          clef == Clef.PERCUSSION ? drum(pitch, note) : head(event, pitch, note, accidentals));
    }
    heads.sort(Comparator.comparingInt(StaffHead::position).thenComparingInt(StaffHead::pitch));
    boolean hidden = event.isRest() && !piece.line().isMain();
    return new StaffSign(
        piece.voice(), event.start(), event.value().units(), event.value(), heads, false, hidden);
  }

  private StaffHead head(NotatedEvent event, int key, int note, BarAccidentals accidentals) {
    SpelledPitch pitch = accidentals.spell(key);
    boolean needed = accidentals.write(pitch) && !event.tiedBefore();
    return new StaffHead(
        key,
        clef.position(pitch),
        needed ? Optional.of(accidental(pitch.alteration())) : Optional.empty(),
        NORMAL,
        note,
        event.tiedBefore(),
        event.tiedAfter());
  }

  private StaffHead drum(int key, int note) {
    DrumStaff drum = DrumStaff.of(key);
    return new StaffHead(
        key,
        clef.position(drum.step(), drum.octave()),
        Optional.empty(),
        drum.notehead(),
        note,
        false,
        false);
  }

  private static Glyph accidental(int alteration) {
    return switch (alteration) {
      case -2 -> Glyph.DOUBLE_FLAT;
      case -1 -> Glyph.FLAT;
      case 1 -> Glyph.SHARP;
      case 2 -> Glyph.DOUBLE_SHARP;
      default -> Glyph.NATURAL;
    };
  }
}
