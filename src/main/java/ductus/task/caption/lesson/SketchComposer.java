package ductus.task.caption.lesson;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.prepare.Simplification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Composes sketches of one to three things, each with the caption that is true of it. */
public final class SketchComposer {
  /** Longer side of a sketch, in its unit; points lie on whole numbers. */
  private static final double SIDE = 1000;

  private static final Simplification FEWER = new Simplification(0.004);
  private static final double TURN = 0.1;
  private static final double SLANT = 0.08;
  private static final double STRETCH = 0.12;

  /** Sizes of things that are said to be as large as each other, as logarithms of their ratio. */
  private static final double SAME_SIZE = 0.22;

  /** Ratios of the sizes of a large thing and a small one. */
  private static final double LEAST_RATIO = 1.9;

  private static final double MOST_RATIO = 2.9;

  private final ThingDrawings drawings;
  private final RandomGenerator random;

  /** A composer that draws at random. */
  public SketchComposer(ThingDrawings drawings, RandomGenerator random) {
    this.drawings = drawings;
    this.random = random;
  }

  /** Composes the next sketch, with its caption as text. */
  public Handwriting next() {
    double kind = random.nextDouble();
    List<String> things = different();
    String first = things.get(0);
    String second = things.get(1);
    if (kind < 0.25) {
      return finished(thing(first, 1), CaptionGrammar.some(1, "", first));
    }
    if (kind < 0.4) {
      int count = 2 + random.nextInt(2);
      boolean above = random.nextInt(3) == 0;
      return finished(together(alike(first, count), above), CaptionGrammar.some(count, "", first));
    }
    boolean above = random.nextBoolean();
    if (kind < 0.75) {
      return pair(first, second, above);
    }
    if (kind < 0.87 || things.size() < 3) {
      return group(first, second, above);
    }
    return finished(
        together(things.subList(0, 3).stream().map(each -> thing(each, nearly1())).toList(), false),
        CaptionGrammar.row(
            things.subList(0, 3).stream().map(each -> CaptionGrammar.some(1, "", each)).toList()));
  }

  private Handwriting pair(String first, String second, boolean above) {
    double size = nearly1();
    String ofFirst = "";
    String ofSecond = "";
    if (random.nextDouble() < 0.4) {
      double ratio = LEAST_RATIO + (MOST_RATIO - LEAST_RATIO) * random.nextDouble();
      boolean large = random.nextBoolean();
      size = large ? ratio : 1 / ratio;
      ofFirst = large ? "large" : "small";
      ofSecond = large ? "small" : "large";
    }
    return finished(
        together(List.of(thing(first, size), thing(second, 1)), above),
        CaptionGrammar.related(
            CaptionGrammar.some(1, ofFirst, first),
            above,
            CaptionGrammar.some(1, ofSecond, second)));
  }

  private Handwriting group(String first, String second, boolean above) {
    boolean twoFirst = random.nextBoolean();
    Handwriting one = twoFirst ? together(alike(first, 2), false) : thing(first, nearly1());
    Handwriting other = twoFirst ? thing(second, nearly1()) : together(alike(second, 2), false);
    return finished(
        together(List.of(one, other), above),
        CaptionGrammar.related(
            CaptionGrammar.some(twoFirst ? 2 : 1, "", first),
            above,
            CaptionGrammar.some(twoFirst ? 1 : 2, "", second)));
  }

  /** Three different things, or as many as there are. */
  private List<String> different() {
    List<String> left = new ArrayList<>(drawings.things());
    List<String> chosen = new ArrayList<>();
    while (chosen.size() < 3 && !left.isEmpty()) {
      chosen.add(left.remove(random.nextInt(left.size())));
    }
    return chosen;
  }

  private double nearly1() {
    return StrictMath.exp(SAME_SIZE * (2 * random.nextDouble() - 1) / 2);
  }

  /** Several things of a kind, mostly drawn after the same drawing. */
  private List<Handwriting> alike(String thing, int count) {
    boolean same = random.nextDouble() < 0.7;
    Handwriting model = model(thing);
    List<Handwriting> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(varied(same ? model : model(thing), nearly1()));
    }
    return all;
  }

  private Handwriting thing(String name, double size) {
    return varied(model(name), size);
  }

  /** A drawing of a thing: any draughtsman is as likely as any other. */
  private Handwriting model(String thing) {
    List<List<Handwriting>> sets =
        List.copyOf(Optional.ofNullable(drawings.drawings().get(thing)).orElseThrow().values());
    List<Handwriting> set = sets.get(random.nextInt(sets.size()));
    return set.get(random.nextInt(set.size()));
  }

  /** A thing mirrored, turned, slanted and stretched, its longer side so long. */
  private Handwriting varied(Handwriting model, double size) {
    double mirrored = random.nextBoolean() ? -1 : 1;
    double turn = TURN * random.nextGaussian();
    double slant = SLANT * random.nextGaussian();
    double stretch = mirrored * StrictMath.exp(STRETCH * random.nextGaussian());
    Handwriting drawn =
        model.map(
            p -> {
              double x = stretch * p.x() + slant * p.y();
              return p.moved(
                  StrictMath.cos(turn) * x - StrictMath.sin(turn) * p.y(),
                  StrictMath.sin(turn) * x + StrictMath.cos(turn) * p.y());
            });
    Box box = drawn.box().orElseThrow();
    double scale = size / Math.max(box.width(), box.height());
    return drawn.map(p -> p.moved(scale * (p.x() - box.left()), scale * (p.y() - box.bottom())));
  }

  /**
   * Sets things side by side from the left, or one below another, with gaps between, and not quite
   * in line.
   */
  private Handwriting together(List<Handwriting> things, boolean above) {
    List<Stroke> strokes = new ArrayList<>();
    double at = 0;
    double gap = 0.1 + 0.4 * random.nextDouble();
    for (Handwriting thing : things) {
      Box box = thing.box().orElseThrow();
      double aside = 0.2 * (random.nextDouble() - 0.5);
      double right = above ? aside - box.centerX() : at;
      double up = above ? at - box.height() : aside - box.centerY();
      strokes.addAll(thing.map(p -> p.moved(p.x() + right, p.y() + up)).strokes());
      double room = gap * (0.7 + 0.6 * random.nextDouble());
      at += above ? -box.height() - room : box.width() + room;
    }
    Box around = Handwriting.of(strokes).box().orElseThrow();
    return Handwriting.of(strokes)
        .map(p -> p.moved(p.x() - around.left(), p.y() - around.bottom()));
  }

  private static Handwriting finished(Handwriting drawn, String caption) {
    Box box = drawn.box().orElseThrow();
    double scale = SIDE / Math.max(box.width(), box.height());
    Handwriting whole =
        FEWER
            .apply(drawn)
            .ink()
            .map(p -> p.moved(Math.rint(scale * p.x()), Math.rint(scale * p.y())));
    return new Handwriting(whole.strokes(), Optional.of(caption), Optional.empty());
  }
}
