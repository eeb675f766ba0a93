package ductus.api;

import ductus.file.BadFileException;
import ductus.file.Home;
import ductus.format.ProgramVersion;
import ductus.ink.hand.Characters;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.Ink;
import ductus.ink.render.RenderSettings;
import ductus.model.place.ModelPlace;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.PageWriting;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes by hand.
 *
 * <pre>{@code
 * Letter letter = Scribe.hand("italic").write(LetterRequest.of("Dear Anna,", 7).onPaper("a6"));
 * letter.write(Path.of("letter.pdf"));
 * }</pre>
 *
 * <p>The pages are those of {@code ductus write "Dear Anna," --hand italic --seed 7 --paper a6}, to
 * the byte. Threads may share a scribe; they take turns.
 */
public final class Scribe {
  private final ModelReference given;
  private final HandModel model;
  private final StyleChoice style;

  private Scribe(ModelReference given, HandModel model, StyleChoice style) {
    this.given = given;
    this.model = model;
    this.style = style;
  }

  /** A scribe with the hand that is used where none is asked for. */
  public static Scribe usual() throws BadFileException, IOException {
    ModelReference given = shipped();
    HandModel model = given.open(Set.of());
    return new Scribe(given, model, StyleChoice.usual(model));
  }

  /**
   * A scribe with a hand, one of {@link #hands}.
   *
   * @throws IllegalArgumentException if there is none of that name; the message names all
   */
  public static Scribe hand(String name) throws BadFileException, IOException {
    return in(StyleChoice.of(name));
  }

  /**
   * A scribe with a mix of hands that one model learned.
   *
   * @param weights such as {@code chancery:0.7,round:0.3}
   * @throws IllegalArgumentException if it is not of this form, or names a hand that is not there
   */
  public static Scribe mix(String weights) throws BadFileException, IOException {
    return in(StyleChoice.mix(weights));
  }

  private static Scribe in(StyleChoice style) throws BadFileException, IOException {
    Set<String> names = style.weights().keySet();
    ModelReference given = shipped().holding(names);
    return new Scribe(given, given.open(names), style);
  }

  private static ModelReference shipped() throws BadFileException {
    return new ModelReference(
        ModelPlace.find(HandModel.SHIPPED, HandModel.ALL_SHIPPED).lastingName(),
        Home.hands().toAbsolutePath().normalize().toString());
  }

  /** The names of all hands: those that ship, then those that the user added. */
  public static List<String> hands() throws BadFileException, IOException {
    List<String> names = new ArrayList<>();
    for (String shipped : HandModel.ALL_SHIPPED) {
      names.addAll(HandModel.open(shipped).network().config().styleNames());
    }
    names.addAll(new AddedHands(Home.hands()).names());
    return List.copyOf(names);
  }

  /**
   * Writes a text.
   *
   * @throws IllegalArgumentException if the text is empty or too long, has a character that the
   *     hand lacks, or does not fit on the paper
   */
  public synchronized Letter write(LetterRequest request) throws BadFileException, IOException {
    List<Characters.Missing> missing = PageWriting.missing(request.text(), style, model);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the text must have characters of %s only but has %s"
              .formatted(
                  style, missing.stream().map(Object::toString).collect(Collectors.joining("; "))));
    }
    WritingRequest writing =
        new WritingRequest(
            Characters.substituted(request.text(), style.writable(model)),
            style,
            PenManner.neat(request.neatness(), request.slant()),
            page(request),
            RenderSettings.DEFAULT.withInk(Ink.BLUE.withColor(request.ink())),
            given.isUsuallyChecked(),
            request.seed());
    int threads = Runtime.getRuntime().availableProcessors();
    return new Letter(
        new TextWriting(ProgramVersion.text(), threads).pages(model, writing).pages(), writing);
  }

  private static PageSetup page(LetterRequest request) {
    return PageSetup.on(Paper.parse(request.paper()))
        .withRuling(request.ruling().setup(), request.ruling() != LetterRequest.Ruling.PLAIN)
        .withXHeight(request.size());
  }
}
