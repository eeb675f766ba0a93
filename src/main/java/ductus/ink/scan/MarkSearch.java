package ductus.ink.scan;

import ductus.ink.Box;
import ductus.ink.scan.SheetMarks.Kind;
import ductus.ink.scan.SheetMarks.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the squares of a sheet in its picture, however it is turned. */
final class MarkSearch {
  /** Black part of a square's box at least: half where it stands on a corner. */
  private static final double FULL = 0.55;

  /** Sides of a square's box, as a part of the picture's longer side. */
  private static final double SMALLEST = 0.008;

  private static final double LARGEST = 0.06;
  private static final double LONGEST = 2;
  private static final int MOST_SQUARES = 16;

  /** Sides of the squares may differ so much: what is nearer looks larger. */
  private static final double MOST_DIFFERENT = 1.9;

  /** Ink at the mark of the kind, and where there is none. */
  private static final double SEEN = 0.7;

  private static final double UNSEEN = 0.35;

  private final InkMap ink;

  /** A search in a picture of about a thousand pixels. */
  MarkSearch(InkMap ink) {
    this.ink = ink;
  }

  /**
   * A sheet that was found.
   *
   * @param view from mm of the paper to pixels, y down
   * @param area of the sheet in the picture
   */
  record Found(Kind kind, Perspective view, double area) {}

  private record Square(Place middle, double side) {}

  /** The sheet; the largest one where there are several. */
  Optional<Found> sheet() {
    List<Square> squares = squares();
    List<Found> found = new ArrayList<>();
    int n = squares.size();
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        for (int c = b + 1; c < n; c++) {
          for (int d = c + 1; d < n; d++) {
            found.addAll(
                sheets(List.of(squares.get(a), squares.get(b), squares.get(c), squares.get(d))));
          }
        }
      }
    }
    return found.stream().max(Comparator.comparingDouble(Found::area));
  }

  private List<Square> squares() {
    double longer = Math.max(ink.width(), ink.height());
    return InkPart.of(ink.blackFrom(ScannedPaper.BLACK)).stream()
        .filter(part -> isSquare(part, longer))
        .map(this::square)
        .sorted(Comparator.comparingDouble(Square::side).reversed())
        .limit(MOST_SQUARES)
        .toList();
  }

  private static boolean isSquare(InkPart part, double longer) {
    Box box = part.box();
    double most = Math.max(box.width(), box.height());
    double least = Math.min(box.width(), box.height());
    return most >= SMALLEST * longer
        && most <= LARGEST * longer
        && most <= LONGEST * least
        && part.area() >= FULL * box.width() * box.height();
  }

  private Square square(InkPart part) {
    Box box = part.box();
    return new Square(
        new Place(box.centerX(), ink.height() - box.centerY()), Math.sqrt(part.area()));
  }

  private List<Found> sheets(List<Square> four) {
    double most = four.stream().mapToDouble(Square::side).max().orElse(0);
    double least = four.stream().mapToDouble(Square::side).min().orElse(0);
    if (most > MOST_DIFFERENT * least) {
      return List.of();
    }
    List<Place> around = clockwise(four.stream().map(Square::middle).toList());
    double area = area(around);
    List<Found> found = new ArrayList<>();
    for (int turn = 0; turn < 4; turn++) {
      List<Place> corners = new ArrayList<>(around.subList(turn, 4));
      corners.addAll(around.subList(0, turn));
      Perspective.of(SheetMarks.corners(), corners)
          .flatMap(view -> kind(view).map(kind -> new Found(kind, view, area)))
          .ifPresent(found::add);
    }
    return found;
  }

  /** Clockwise around their middle, y down. */
  private static List<Place> clockwise(List<Place> places) {
    double x = places.stream().mapToDouble(Place::x).average().orElse(0);
    double y = places.stream().mapToDouble(Place::y).average().orElse(0);
    return places.stream()
        .sorted(Comparator.comparingDouble(place -> StrictMath.atan2(place.y() - y, place.x() - x)))
        .toList();
  }

  private static double area(List<Place> around) {
    double area = 0;
    for (int i = 0; i < around.size(); i++) {
      Place place = around.get(i);
      Place next = around.get((i + 1) % around.size());
      area += (place.x() * next.y() - next.x() * place.y()) / 2;
    }
    return area;
  }

  private Optional<Kind> kind(Perspective view) {
    Optional<Kind> only = Optional.empty();
    for (Kind kind : Kind.values()) {
      double seen = seen(view, SheetMarks.of(kind));
      if (seen > UNSEEN && (seen < SEEN || only.isPresent())) {
        return Optional.empty();
      }
      only = seen >= SEEN ? Optional.of(kind) : only;
    }
    return only;
  }

  /** The mean ink in the middle of where a square would be. */
  private double seen(Perspective view, Place middle) {
    double sum = 0;
    int count = 0;
    double reach = SheetMarks.SIDE / 4;
    for (double y = -reach; y <= reach; y += reach / 2) {
      for (double x = -reach; x <= reach; x += reach / 2) {
        Place place = view.of(middle.x() + x, middle.y() + y);
        sum += ink.ink((int) Math.floor(place.y()), (int) Math.floor(place.x()));
        count++;
      }
    }
    return sum / count;
  }
}
