package ductus.music.render;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.NoteName;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Draws the systems of a piano roll. */
final class RollPainter {
  /** Color of the ground of marked bars. */
  private static final String MARK = "#f6d9b8";

  private static final double KEYBOARD_LEFT = 30;
  private static final double KEYBOARD_RIGHT = RollLayout.LEFT - 4;
  private static final double BLACK_KEY = 0.58;
  private static final double LABELLED_ROW = 6.5;
  private static final double NARROWEST_BEAT = 6;
  private static final double NARROWEST_NOTE = 1.5;
  private static final double NOTE_GAP = 1;
  private static final double CHORD_LETTER = 7.5;

  private final SvgDocument svg;
  private final RollLayout layout;
  private final Score score;
  private final List<RollVoice> voices;
  private final Set<Integer> marked;
  private String metre = "";

  RollPainter(
      SvgDocument svg,
      RollLayout layout,
      Score score,
      List<RollVoice> voices,
      Set<Integer> marked) {
    this.marked = Set.copyOf(marked);
    this.svg = svg;
    this.layout = layout;
    this.score = score;
    this.voices = voices.stream().sorted(Comparator.comparing(v -> v.isBehind() ? 0 : 1)).toList();
  }

  /** Draws one system, its upper edge at {@code top}. */
  void paint(RollLayout.Row system, double top) {
    double gridTop = top + layout.systemHead();
    svg.open("transform", "translate(0 " + SvgDocument.number(gridTop) + ")");
    rows(system);
    marks(system);
    times(system);
    keyboard();
    head(system);
    for (RollVoice voice : voices) {
      svg.open("fill", voice.color(), "fill-opacity", voice.opacity());
      within(system)
          .filter(n -> !n.isDrum() && n.track() == voice.track())
          .forEach(n -> note(system, n));
      svg.close();
    }
    if (!layout.drums().isEmpty()) {
      drums(system);
    }
    svg.close();
  }

  private Stream<Note> within(RollLayout.Row system) {
    return score.notes().stream()
        .filter(
            n ->
                n.onset() < system.end()
                    && (n.end() > system.start() || n.onset() >= system.start()));
  }

  private void rows(RollLayout.Row system) {
    double right = layout.x(system, system.end());
    svg.open("fill", Palette.SHADE);
    for (int pitch = layout.lowest(); pitch <= layout.highest(); pitch++) {
      if (NoteName.isBlack(pitch)) {
        svg.rectangle(
            RollLayout.LEFT, layout.y(pitch), right - RollLayout.LEFT, layout.rowHeight());
      }
    }
    svg.close();
    svg.open("stroke", Palette.PALE_GRID);
    for (int pitch = layout.lowest() + 1; pitch <= layout.highest(); pitch++) {
      boolean belowC = pitch % 12 == 0;
      boolean betweenWhites = pitch % 12 == 5;
      if (belowC || betweenWhites) {
        double y = layout.y(pitch) + layout.rowHeight();
        svg.line(RollLayout.LEFT, y, right, y, "stroke", belowC ? "#cdd5dc" : Palette.PALE_GRID);
      }
    }
    svg.close();
  }

  private void marks(RollLayout.Row system) {
    for (int i = 0; i < system.bars().size(); i++) {
      if (marked.contains(system.first() - 1 + i)) {
        Bar bar = system.bars().get(i);
        double left = layout.x(system, bar.start());
        double right = layout.x(system, bar.end());
        svg.rectangle(left, 0, right - left, layout.keysHeight(), "fill", MARK);
      }
    }
  }

  private void times(RollLayout.Row system) {
    double bottom = layout.keysHeight();
    double right = layout.x(system, system.end());
    for (Bar bar : system.bars()) {
      double beat = bar.metre().quartersPerBeat() * score.ticksPerQuarter();
      if (beat * layout.pixelsPerTick() >= NARROWEST_BEAT) {
        for (int i = 1; i * beat < bar.length() - 0.5; i++) {
          double x = layout.x(system, bar.start()) + i * beat * layout.pixelsPerTick();
          svg.line(x, 0, x, bottom, "stroke", "#d9dfe5", "stroke-dasharray", "2 2");
        }
      }
      double x = layout.x(system, bar.start());
      svg.line(x, 0, x, bottom, "stroke", Palette.GRID);
    }
    svg.line(right, 0, right, bottom, "stroke", Palette.GRID);
    svg.line(RollLayout.LEFT, 0, right, 0, "stroke", Palette.GRID);
    svg.line(RollLayout.LEFT, bottom, right, bottom, "stroke", Palette.GRID);
  }

  private void keyboard() {
    double row = layout.rowHeight();
    double width = KEYBOARD_RIGHT - KEYBOARD_LEFT;
    svg.rectangle(
        KEYBOARD_LEFT, 0, width, layout.keysHeight(), "fill", "#ffffff", "stroke", Palette.GRID);
    svg.open("fill", "#4a5562");
    for (int pitch = layout.lowest(); pitch <= layout.highest(); pitch++) {
      if (NoteName.isBlack(pitch)) {
        svg.rectangle(KEYBOARD_LEFT, layout.y(pitch), width * BLACK_KEY, row);
        double middle = layout.y(pitch) + row / 2;
        svg.line(
            KEYBOARD_LEFT + width * BLACK_KEY,
            middle,
            KEYBOARD_RIGHT,
            middle,
            "stroke",
            Palette.PALE_GRID);
      } else if ((pitch % 12 == 0 || pitch % 12 == 5) && pitch > layout.lowest()) {
        double y = layout.y(pitch) + row;
        svg.line(KEYBOARD_LEFT, y, KEYBOARD_RIGHT, y, "stroke", Palette.PALE_GRID);
      }
    }
    svg.close();
    svg.open("font-size", SvgDocument.number(Math.min(9, Math.max(7.5, row))));
    for (int pitch = layout.lowest(); pitch <= layout.highest(); pitch++) {
      boolean isC = pitch % 12 == 0;
      if (isC || (row >= LABELLED_ROW && !NoteName.isBlack(pitch))) {
        svg.text(
            KEYBOARD_RIGHT - 3,
            layout.y(pitch) + row / 2 + 3,
            isC ? NoteName.of(pitch) : NoteName.of(pitch).substring(0, 1),
            "text-anchor",
            "end",
            "fill",
            isC ? Palette.INK : Palette.PALE_INK,
            "font-weight",
            isC ? "bold" : "normal");
      }
    }
    svg.close();
  }

  /** Draws bar numbers, metres where they change, chord symbols. */
  private void head(RollLayout.Row system) {
    svg.open("font-size", "11", "fill", Palette.PALE_INK);
    for (int i = 0; i < system.bars().size(); i++) {
      Bar bar = system.bars().get(i);
      double x = layout.x(system, bar.start());
      svg.text(x + 2, -5, Integer.toString(system.first() + i));
      if (!bar.metre().toString().equals(metre)) {
        metre = bar.metre().toString();
        double width = Integer.toString(system.first() + i).length() * 7 + 8.0;
        svg.text(x + width, -5, metre, "font-weight", "bold", "fill", Palette.INK);
      }
    }
    svg.close();
    if (!layout.hasChords()) {
      return;
    }
    svg.open("font-size", "13", "font-weight", "bold");
    double free = 0;
    for (TextEvent text : score.texts()) {
      if (text.isChordSymbol() && text.tick() >= system.start() && text.tick() < system.end()) {
        double x = layout.x(system, text.tick()) + 2;
        if (x >= free) {
          svg.text(x, -20, text.text());
          free = x + text.text().length() * CHORD_LETTER + 4;
        }
      }
    }
    svg.close();
  }

  private void note(RollLayout.Row system, Note note) {
    double from = layout.x(system, Math.max(system.start(), note.onset()));
    double to = layout.x(system, Math.min(system.end(), note.end()));
    double width = Math.max(NARROWEST_NOTE, to - from - NOTE_GAP);
    double inset = layout.rowHeight() > 5 ? 0.5 : 0;
    svg.rectangle(
        from + NOTE_GAP / 2,
        layout.y(note.pitch()) + inset,
        width,
        layout.rowHeight() - 2 * inset,
        "rx",
        SvgDocument.number(Math.min(2.5, width / 2)));
  }

  private void drums(RollLayout.Row system) {
    double right = layout.x(system, system.end());
    svg.open("stroke", Palette.PALE_GRID);
    for (int i = 0; i < layout.drums().size(); i++) {
      svg.line(RollLayout.LEFT, layout.drumY(i), right, layout.drumY(i));
    }
    svg.close();
    svg.text(
        KEYBOARD_RIGHT - 3,
        layout.drumY(layout.drums().size() - 1) + 4,
        "drums",
        "font-size",
        "9",
        "text-anchor",
        "end",
        "fill",
        Palette.PALE_INK);
    svg.open("fill", Palette.PALE_INK);
    within(system)
        .filter(n -> n.isDrum() && n.onset() >= system.start())
        .filter(n -> layout.drums().contains(n.pitch()))
        .forEach(
            n ->
                svg.circle(
                    layout.x(system, n.onset()) + 2.5,
                    layout.drumY(layout.drums().indexOf(n.pitch())),
                    2.5));
    svg.close();
  }
}
