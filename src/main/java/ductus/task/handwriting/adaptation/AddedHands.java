package ductus.task.handwriting.adaptation;

import ductus.file.BadFileException;
import ductus.format.NearestName;
import ductus.generate.HandPrimer;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.pen.HandWeights;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenStyle;
import ductus.provenance.FileNames;
import ductus.task.handwriting.naming.KnownHands;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.training.AlignedLine;
import ductus.task.handwriting.training.LearnedPerson;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The folder of the hands that people added: of each {@code NAME.json}, its drawings or lines, and
 * {@code NAME.safetensors}, what a model learned of them.
 */
public final class AddedHands {
  /** Updates of the teaching. */
  public static final int UPDATES = Adaptation.UPDATES;

  private static final String SAMPLE = ".json";
  private static final String LEARNED = ".safetensors";
  private static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]{0,63}";

  private final Path folder;
  private final int updates;

  /** The hands of a folder, which may be missing. */
  public AddedHands(Path folder) {
    this(folder, UPDATES);
  }

  /**
   * The hands of a folder, to which others are added after a shorter teaching.
   *
   * @param updates of the teaching
   */
  public AddedHands(Path folder, int updates) {
    this.folder = folder;
    this.updates = updates;
  }

  /**
   * The measure of how well a hand was learned.
   *
   * @param nearest the known hand that it began as
   * @param before nats a point with that hand's style, on lines that were not learned from
   * @param after nats a point with its own
   * @param primer text of the writing that lines go on from; empty where there is none
   */
  public record Fit(String nearest, double before, double after, String primer) {}

  /** The names of the hands, sorted. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(LEARNED))
          .map(file -> file.substring(0, file.length() - LEARNED.length()))
          .filter(name -> name.matches(NAME))
          .sorted()
          .toList();
    }
  }

  /** The drawings of a hand; empty for one that was added from lines. */
  public Optional<Hand> drawings(String name) throws BadFileException, IOException {
    Path sample = file(name, SAMPLE);
    return InkFile.read(sample).format() == InkFormat.HAND
        ? Optional.of(HandFile.read(sample))
        : Optional.empty();
  }

  /** Who added a hand from lines; all of these were learned. */
  public LearnedPerson person(String name) throws BadFileException, IOException {
    Path sample = file(name, SAMPLE);
    List<AlignedLine> parts = WrittenHand.kept(sample, name).parts();
    return new LearnedPerson(name, parts, parts);
  }

  /**
   * Has a naming of hands know those that were added: the drawn ones by their drawings, the others
   * by what a model learned of them.
   *
   * @param drawn where those are enrolled that are drawn
   * @param models that may have learned the others
   * @param seed decides the lines that are composed of drawings
   * @param broken told complaints about hands that cannot be read, or that none of the models has
   *     learned
   * @return those that are not drawn
   */
  public List<KnownHands> known(
      WriterIdentification drawn,
      List<HandModel> models,
      long seed,
      Consumer<BadFileException> broken)
      throws IOException {
    List<KnownHands> known = new ArrayList<>();
    for (String name : names()) {
      try {
        Optional<Hand> drawings = drawings(name);
        if (drawings.isPresent()) {
          Hand hand = drawings.get();
          drawn.enroll(List.of(new Hand(name, hand.joined(), hand.glyphs())), seed);
        } else {
          HandModel model = models.get(0);
          for (HandModel other : models) {
            model = isLearnedBy(other, name) ? other : model;
          }
          known.add(new KnownHands(addTo(model, name), List.of(name)));
        }
      } catch (BadFileException unreadable) {
        broken.accept(unreadable);
      }
    }
    return known;
  }

  /** The style that was learned of a hand: name and characters. */
  public PenStyle style(String name) throws BadFileException, IOException {
    return LearnedHand.read(file(name, LEARNED)).style();
  }

  /**
   * Teaches a model a hand and keeps it.
   *
   * @param primed whether lines in it go on from a line of its own, if there is one
   * @param progress told the updates that are done, of {@link #UPDATES}
   * @throws IllegalArgumentException if the name is not one, or is taken
   */
  public Fit add(
      HandModel model,
      HandSample sample,
      boolean primed,
      Kernels kernels,
      Workers workers,
      IntConsumer progress)
      throws DivergenceException, IOException {
    requireFree(sample.name(), model);
    return teach(model, sample, primed, kernels, workers, progress);
  }

  /**
   * Teaches a model a hand in the place of the added one of its name, if there is one, which stays
   * until the new one is learned.
   *
   * @param primed whether lines in it go on from a line of its own, if there is one
   * @param progress told the updates that are done, of {@link #UPDATES}
   * @throws IllegalArgumentException if the name is not one, or is that of a hand of the model
   */
  public Fit replace(
      HandModel model,
      HandSample sample,
      boolean primed,
      Kernels kernels,
      Workers workers,
      IntConsumer progress)
      throws DivergenceException, IOException {
    requireOwn(sample.name(), model);
    return teach(model, sample, primed, kernels, workers, progress);
  }

  private Fit teach(
      HandModel model,
      HandSample sample,
      boolean primed,
      Kernels kernels,
      Workers workers,
      IntConsumer progress)
      throws DivergenceException, IOException {
    HandTrainingLines lessons = sample.lessons(model.network().config().textWindow().alphabet());
    Adaptation adaptation = new Adaptation(lessons, updates, kernels, workers);
    int nearest = adaptation.nearest(model.network());
    PenStyle like = model.styles().get(nearest);
    PenStyle style = sample.style(like);
    PenNetwork network =
        model.networkWith(style, HandWeights.like(model.network(), nearest, style));
    int hand = model.styles().size();
    double before = adaptation.loss(network, hand);
    adaptation.learn(network, hand, progress);
    double after = adaptation.loss(network, hand);
    HandPrimer primer =
        primed
            ? new PrimerChoice(network, kernels, workers).among(sample.lines(), hand)
            : HandPrimer.NONE;
    sample.write(file(sample.name(), SAMPLE));
    LearnedHand.of(file(sample.name(), LEARNED), model, network, primer).write();
    return new Fit(like.name(), before, after, primer.text());
  }

  /**
   * A model that has learned an added hand.
   *
   * @throws BadFileException if another model learned it
   */
  public HandModel addTo(HandModel model, String name) throws BadFileException, IOException {
    Path path = file(name, LEARNED);
    LearnedHand learned = LearnedHand.read(path);
    if (!learned.model().equals(model.sha256())) {
      throw new BadFileException(
          path,
          "was learned by another model (SHA-256 %s, this one has %s): add the hand anew from %s"
              .formatted(learned.model(), model.sha256(), file(name, SAMPLE)));
    }
    return learned.addedTo(model);
  }

  /** Whether there is an added hand of a name that a model has learned. */
  public boolean isLearnedBy(HandModel model, String name) throws BadFileException, IOException {
    return names().contains(name)
        && LearnedHand.read(file(name, LEARNED)).model().equals(model.sha256());
  }

  /**
   * Removes a hand.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public void remove(String name) throws IOException {
    // A removal that was cut short left the drawings.
    boolean isThere =
        names().contains(name) || (name.matches(NAME) && Files.isRegularFile(file(name, SAMPLE)));
    if (!isThere) {
      throw new IllegalArgumentException(
          names().isEmpty()
              ? "hand must be one of those added, of which there are none, but was " + name
              : "hand must be one of those added (%s) but was %s%s"
                  .formatted(
                      String.join(", ", names()), name, NearestName.question(name, names())));
    }
    Files.deleteIfExists(file(name, LEARNED));
    Files.deleteIfExists(file(name, SAMPLE));
  }

  /** Checks that a hand can be added by a name. */
  public void requireFree(String name, HandModel model) throws IOException {
    requireOwn(name, model);
    // Where capitals do not count, two names that differ in them are one file.
    Optional<String> taken = names().stream().filter(name::equalsIgnoreCase).findFirst();
    if (taken.isPresent()) {
      throw new IllegalArgumentException(
          "name must be new but there is a hand %1$s already; ductus hand remove %1$s takes it away"
              .formatted(taken.get()));
    }
  }

  /** Checks that a hand can have a name, be it that of one that was added before. */
  public void requireOwn(String name, HandModel model) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "name must be 1 to 64 letters, digits, hyphens, dots or underscores but was " + name);
    }
    FileNames.requirePortable(name);
    if (model.styles().stream().anyMatch(style -> style.name().equals(name))) {
      throw new IllegalArgumentException(
          "name must be new but there is a hand %s already".formatted(name));
    }
  }

  private Path file(String name, String ending) {
    return folder.resolve(name + ending);
  }
}
