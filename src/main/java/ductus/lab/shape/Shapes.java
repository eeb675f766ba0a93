package ductus.lab.shape;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.shape.Exercise.Flow;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.Examination;
import ductus.lab.trial.Examination.TrialMetric;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Spread;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener.EpochMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be read and said when? One tiny exercise of each shape (after Karpathy 2015, "The
 * unreasonable effectiveness of recurrent neural networks"), learned in seconds.
 */
public final class Shapes implements Examination<Shapes.ShapeSettings> {
  private static final int RIGHT = 0;
  private static final int GUESSING = 1;
  private static final double WIDTH = 920;
  private static final double MARGIN = 20;
  private static final double TITLE_HEIGHT = 44;
  private static final double ROW_HEIGHT = FlowDrawing.HEIGHT + 24;
  private static final double DRAWING_LEFT = 440;

  private static final List<Exercise> EXERCISES =
      List.of(
          new SignalExercise(
              "one to one",
              "the pitch classes of a chord → its kind",
              new Flow(List.of("C E♭ G"), List.of("minor"), false),
              SmallTasks.chord(),
              1),
          new SignalExercise(
              "one to many",
              "a keynote and a mode → the notes of the scale",
              new Flow(
                  List.of("G", "", "", "", "", "", "", ""),
                  List.of("G", "A", "B", "C", "D", "E", "F♯", "G"),
                  true),
              SmallTasks.scale(),
              8),
          new SignalExercise(
              "many to one",
              "beats, loud and soft → how many make a bar",
              new Flow(
                  List.of("soft", "loud", "soft", "soft", "loud", "soft"),
                  List.of("", "", "", "", "", "three"),
                  true),
              SmallTasks.metre(),
              16),
          new SignalExercise(
              "many to many, synchronous",
              "notes → the same, up or down, of each",
              new Flow(
                  List.of("C", "E", "E", "D", "G"), List.of("", "up", "same", "down", "up"), true),
              SmallTasks.direction(),
              12),
          new TuneBackwards());

  /**
   * What the examination of shapes is asked to do.
   *
   * @param cell of the recurrent networks, as in {@link ductus.model.cell.CellConfig}
   * @param hiddenSize of all networks
   * @param practice how all of them learn
   */
  public record ShapeSettings(String cell, int hiddenSize, TaskTrainingPlan practice) {}

  @Override
  public String name() {
    return "shapes";
  }

  @Override
  public String question() {
    return "what can be read and said when?";
  }

  @Override
  public Class<ShapeSettings> settings() {
    return ShapeSettings.class;
  }

  @Override
  public List<String> labels() {
    return List.of("shape", "exercise");
  }

  @Override
  public List<TrialMetric> measures() {
    return List.of(
        new TrialMetric("right", "share of right answers on held-out sequences", 3),
        new TrialMetric("guessing", "the same of who always gives the likeliest answer", 3),
        new TrialMetric("weights", "of the network", 0));
  }

  @Override
  public List<Trial> trials(ShapeSettings settings) {
    EXERCISES.forEach(exercise -> exercise.check(settings));
    return EXERCISES.stream()
        .map(exercise -> new Trial(labels(exercise), 1, bench -> learn(exercise, settings, bench)))
        .toList();
  }

  private static List<String> labels(Exercise exercise) {
    return List.of(exercise.shape(), exercise.words());
  }

  private static Outcome learn(Exercise exercise, ShapeSettings settings, TrialContext bench)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    Exercise.Learned learned = exercise.learn(settings, bench);
    return new Outcome(
        List.of(learned.right(), exercise.guessing(), (double) learned.weights()),
        List.of(learned.history().curve("training nats", EpochMetrics::trainingNats)));
  }

  @Override
  public byte[] picture(ShapeSettings settings, Results results) {
    String title = "What is read (below) and said (above) when";
    double height = TITLE_HEIGHT + EXERCISES.size() * ROW_HEIGHT;
    SvgDocument svg = new SvgDocument(WIDTH, height, "px", title, describe(results));
    svg.rectangle(0, 0, WIDTH, height, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(MARGIN, 30, title, "font-size", "17", "font-weight", "bold");
    for (int i = 0; i < EXERCISES.size(); i++) {
      Exercise exercise = EXERCISES.get(i);
      double top = TITLE_HEIGHT + i * ROW_HEIGHT;
      svg.line(MARGIN, top, WIDTH - MARGIN, top, "stroke", Palette.PALE_GRID);
      svg.text(MARGIN, top + 44, exercise.shape(), "font-size", "15", "font-weight", "bold");
      svg.text(MARGIN, top + 68, exercise.words(), "font-size", "13");
      svg.text(
          MARGIN, top + 92, found(exercise, results), "font-size", "13", "fill", Palette.PALE_INK);
      new FlowDrawing(svg, exercise.flow(), DRAWING_LEFT, top + 18, WIDTH - MARGIN - DRAWING_LEFT)
          .draw();
    }
    svg.close();
    return svg.bytes();
  }

  private static String describe(Results results) {
    StringBuilder words = new StringBuilder();
    for (Exercise exercise : EXERCISES) {
      words.append(
          String.format(
              Locale.ROOT,
              "%s: %s; %s. ",
              exercise.shape(),
              exercise.words(),
              found(exercise, results)));
    }
    return words.toString().strip();
  }

  private static String found(Exercise exercise, Results results) {
    Optional<Spread> right = results.figure(labels(exercise), RIGHT);
    Optional<Spread> guessing = results.figure(labels(exercise), GUESSING);
    return right.isEmpty() || guessing.isEmpty()
        ? "not learned yet"
        : String.format(
            Locale.ROOT,
            "%.1f %% right, by guessing %.1f %%",
            100 * right.get().mean(),
            100 * guessing.get().mean());
  }
}
