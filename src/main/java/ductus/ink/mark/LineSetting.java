package ductus.ink.mark;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Proportions;
import ductus.ink.layout.WrittenLine;
import ductus.ink.mark.ApartText.Mark;
import ductus.ink.mark.ApartText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Sets one line together: pieces that stood apart side by side, symbols between them, marks on
 * their letters, and a comma wherever one was lost.
 */
public final class LineSetting {
  /** Height below which a comma looks like a full stop. */
  private static final double DOT = 0.2;

  /** Height of the foot of what can be the dot of an i. */
  private static final double DOT_FOOT = 0.9;

  /** Height that a mark takes that stands below another. */
  private static final double MARK_HEIGHT = 0.4;

  private final ApartText text;
  private final double slant;
  private final SymbolPen pen;

  /** The ink of each piece. */
  private final List<List<OwnedStroke>> ink;

  private LineSetting(ApartText text, WrittenLine drawn, double slant, SymbolPen pen) {
    this.text = text;
    this.slant = slant;
    this.pen = pen;
    ink = new PiecePlacement(text, slant, pen).place(words(drawn));
  }

  /**
   * Sets a line together.
   *
   * @param drawn the line as {@link ApartText#drawn} says it
   * @param hand proportions of whoever drew it
   * @param random decides how the symbols differ from time to time
   */
  public static WrittenLine of(
      ApartText text,
      WrittenLine drawn,
      Symbols symbols,
      Proportions hand,
      RandomGenerator random) {
    SymbolPen pen = new SymbolPen(symbols, hand, random);
    return new LineSetting(text, drawn, hand.slant(), pen).set();
  }

  /** Whether a line has a comma that is not to be seen as such. */
  public static boolean lacksAComma(WrittenLine line) {
    int[] characters = line.text().codePoints().toArray();
    List<PenPoint> all =
        line.ink().strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
    return IntStream.range(0, characters.length)
        .filter(at -> characters[at] == ',')
        .anyMatch(
            at ->
                isDot(
                    IntStream.range(0, all.size())
                        .filter(point -> line.characters().get(point) == at)
                        .mapToObj(all::get)
                        .toList()));
  }

  private static boolean isDot(List<PenPoint> points) {
    return Box.around(points).map(box -> box.height() < DOT).orElse(true);
  }

  private WrittenLine set() {
    for (int at = 0; at < text.characters().size(); at++) {
      if (text.characters().get(at) == ',' && isDot(points(at))) {
        comma(at);
      }
    }
    text.dotless().forEach(this::takeDot);
    text.marks().forEach(this::mark);
    List<Stroke> strokes = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (List<OwnedStroke> piece : ink) {
      for (OwnedStroke stroke : piece) {
        strokes.add(stroke.stroke());
        owners.addAll(stroke.characters());
      }
    }
    return new WrittenLine(text.text(), Handwriting.of(strokes), owners);
  }

  /** The ink of each word that was drawn; a stroke belongs to the word of most of its points. */
  private List<List<OwnedStroke>> words(WrittenLine drawn) {
    List<List<OwnedStroke>> words = new ArrayList<>();
    for (Piece piece : text.pieces()) {
      if (piece.word() != ApartText.SYMBOL) {
        words.add(new ArrayList<>());
      }
    }
    int from = 0;
    for (Stroke stroke : drawn.ink().strokes()) {
      int to = from + stroke.points().size();
      OwnedStroke owned =
          new OwnedStroke(
              stroke,
              drawn.characters().subList(from, to).stream().map(text.sources()::get).toList());
      from = to;
      words.get(text.pieces().get(piece(owned.owner())).word()).add(owned);
    }
    return words;
  }

  /** Number of the piece that a character belongs to. */
  private int piece(int character) {
    int piece = 0;
    while (piece + 1 < text.pieces().size() && text.pieces().get(piece + 1).at() <= character) {
      piece++;
    }
    return piece;
  }

  /** The points of a character that have been set, upright. */
  private List<PenPoint> points(int at) {
    List<PenPoint> points = new ArrayList<>();
    // In joined hands a stroke may go on into the next word: look everywhere.
    for (List<OwnedStroke> piece : ink) {
      for (OwnedStroke stroke : piece) {
        for (int i = 0; i < stroke.characters().size(); i++) {
          if (stroke.characters().get(i) == at) {
            PenPoint point = stroke.stroke().points().get(i);
            points.add(point.moved(point.x() - slant * point.y(), point.y()));
          }
        }
      }
    }
    return points;
  }

  /** Draws a comma in the place of what has become of it. */
  private void comma(int at) {
    Optional<Box> dot = Box.around(points(at));
    List<OwnedStroke> own = ink.get(piece(at));
    own.removeIf(stroke -> stroke.owner() == at);
    List<OwnedStroke> comma = pen.draw(',', at);
    double left = comma.stream().mapToDouble(stroke -> stroke.left(slant)).min().orElseThrow();
    double place = dot.map(box -> box.centerX() - left).orElseGet(() -> behind(at) - left);
    comma.forEach(stroke -> own.add(stroke.moved(place)));
  }

  /** Where the comma belongs that no ink was drawn for, upright. */
  private double behind(int at) {
    double right = 0;
    for (int before = at - 1; before >= 0; before--) {
      Optional<Box> box = Box.around(points(before));
      if (box.isPresent()) {
        right = box.get().right() + PiecePlacement.MARK_GAP;
        break;
      }
    }
    return right;
  }

  /** Takes the dot of an i or j away: a stroke of its own over another. */
  private void takeDot(int at) {
    List<OwnedStroke> own = ink.get(piece(at));
    List<PenPoint> all = points(at);
    own.removeIf(
        stroke ->
            stroke.owner() == at
                && stroke.bottom() > DOT_FOOT
                && all.stream().anyMatch(point -> point.y() < DOT_FOOT));
  }

  private void mark(Mark mark) {
    List<PenPoint> letter = points(mark.letter());
    if (letter.isEmpty()) {
      return;
    }
    MarkPlace place = MarkPlace.of(mark.form(), text.characters().get(mark.letter()), letter);
    int below = 0;
    for (int at = mark.letter() + 1; at < mark.at(); at++) {
      below += MarkPlace.isAbove(text.characters().get(at)) ? 1 : 0;
    }
    boolean above = MarkPlace.isAbove(mark.form());
    MarkPlace raised =
        new MarkPlace(
            place.x(),
            place.y() + (above ? below * MARK_HEIGHT : 0),
            place.width(),
            place.height());
    ink.get(piece(mark.letter())).addAll(pen.draw(mark.form(), raised, mark.at()));
  }
}
