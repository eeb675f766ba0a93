package ductus.studio.write;

import ductus.file.BadFileException;
import ductus.ink.hand.Characters;
import ductus.ink.page.Margins;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.PageFormat;
import ductus.ink.render.RenderSettings;
import ductus.model.pen.PenStyle;
import ductus.model.place.ModelCatalog;
import ductus.provenance.OutputNames;
import ductus.studio.collection.Workspace;
import ductus.studio.web.SeedText;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.PageWriting;
import ductus.task.handwriting.page.TextWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes letters into the drafts, for one page at a time, and shows what each hand looks like. */
public final class DraftWriter {
  private static final List<PageFormat> FORMATS = List.of(PageFormat.SVG, PageFormat.JSON);
  private static final String SAMPLE = "In the evening light";
  private static final Paper SAMPLE_PAPER = Paper.of(64, 20);

  /**
   * A hand that can write, as the page offers it.
   *
   * @param joined whether its letters are
   * @param added whether a user taught it
   */
  record HandCard(String name, boolean joined, boolean added) {}

  /**
   * What was written.
   *
   * @param stem among the drafts, as the page names it
   * @param seed as text
   * @param style its hands
   * @param pages file of all pages as JSON
   * @param pictures a picture of each page
   * @param substitutes what stands for characters that the hand lacks; empty for one left out
   */
  record WriteResponse(
      String stem,
      String seed,
      String style,
      String pages,
      List<String> pictures,
      Map<String, String> substitutes) {}

  private final Workspace workspace;
  private final TextWriting writing;
  private final ModelReference given;
  private final Map<String, byte[]> samples = new HashMap<>();

  /** Characters of the text that is being written, and how many of them are; none at rest. */
  private volatile WriteProgress reached = WriteProgress.NONE;

  /**
   * Ready to write.
   *
   * @param given model that writes, and where the user's hands are
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public DraftWriter(
      Workspace workspace, ModelReference given, String programVersion, int threads) {
    this.workspace = workspace;
    this.given = given;
    writing =
        new TextWriting(programVersion, threads, characters -> reached = reached.at(characters));
  }

  /**
   * How far the text is that is being written.
   *
   * @param characters that are drawn
   * @param all of the text; 0 while none is being written
   */
  record WriteProgress(int characters, int all) {
    static final WriteProgress NONE = new WriteProgress(0, 0);

    /** Lines that are drawn a second time take it no further than the end. */
    WriteProgress at(int drawn) {
      return new WriteProgress(Math.min(drawn, all), all);
    }
  }

  /** How far the text is that is being written; one is written at a time, others wait for it. */
  WriteProgress reached() {
    return reached;
  }

  /**
   * The hands that can write, those of the user first, whom only the model that ships knows.
   *
   * @param run that learned hands; empty for the model that ships
   */
  List<HandCard> hands(String run) throws BadFileException, IOException {
    List<HandCard> hands = new ArrayList<>();
    if (run.isEmpty()) {
      AddedHands added = new AddedHands(Path.of(given.hands()));
      for (String name : added.names()) {
        hands.add(new HandCard(name, added.style(name).joined(), true));
      }
    }
    for (String each : HandModel.meant(given(run).model())) {
      for (PenStyle style : HandModel.open(each).styles()) {
        hands.add(new HandCard(style.name(), style.joined(), false));
      }
    }
    return hands;
  }

  private ModelReference given(String run) throws IOException {
    return run.isEmpty()
        ? given
        : new ModelReference(
            workspace.file(run + "/" + ModelCatalog.MODEL).toString(), given.hands());
  }

  /**
   * A few words in a hand, as SVG.
   *
   * @param run that learned it; empty for the model that ships
   */
  synchronized byte[] sample(String hand, String run) throws BadFileException, IOException {
    ModelReference asked = given(run).holding(Set.of(hand));
    // A run goes on learning.
    boolean lasting = run.isEmpty();
    byte[] known = lasting ? samples.get(hand) : null;
    if (known != null) {
      return known;
    }
    HandModel model = asked.open(Set.of(hand));
    StyleChoice style = StyleChoice.of(hand);
    PageSetup setup = PageSetup.on(SAMPLE_PAPER).withMargins(new Margins(5, 2, 5, 2));
    WritingRequest request =
        new WritingRequest(
            written(SAMPLE, style, model, new TreeMap<>()).strip(),
            style,
            PenManner.neat(PenManner.USUAL_NEATNESS, 0),
            setup,
            RenderSettings.DEFAULT,
            asked.isUsuallyChecked(),
            1);
    byte[] sample =
        PageFormat.SVG
            .files(writing.pages(model, request).pages(), hand, RenderSettings.DEFAULT)
            .get(0);
    if (lasting) {
      samples.put(hand, sample);
    }
    return sample;
  }

  /** Shows a hand anew that was taught again. */
  public synchronized void forget(String hand) {
    samples.remove(hand);
  }

  /** Writes what is wished for. */
  synchronized WriteResponse write(WriteRequest wish) throws BadFileException, IOException {
    StyleChoice style = wish.style();
    ModelReference asked =
        given(wish.model() == null ? "" : wish.model()).holding(style.weights().keySet());
    HandModel model = asked.open(style.weights().keySet());
    Map<String, String> substitutes = new TreeMap<>();
    WritingRequest request =
        new WritingRequest(
            written(wish.text(), style, model, substitutes),
            style,
            wish.manner(),
            wish.setup(),
            wish.look(),
            asked.isUsuallyChecked(),
            SeedText.asked(wish.seed()));
    Path stem = OutputNames.stems(workspace.drafts(), style.label(), 1).get(0);
    List<String> files = new ArrayList<>();
    reached = new WriteProgress(0, request.text().length());
    try {
      writing
          .write(model, asked, request, FORMATS, stem)
          .files()
          .forEach(file -> files.add(workspace.name(file)));
    } finally {
      reached = WriteProgress.NONE;
    }
    return new WriteResponse(
        workspace.name(stem),
        Long.toString(request.seed()),
        style.toString(),
        files.stream()
            .filter(file -> file.endsWith(PageFormat.JSON.ending()))
            .findFirst()
            .orElse(""),
        files.stream().filter(file -> file.endsWith(PageFormat.SVG.ending())).toList(),
        substitutes);
  }

  /** The text with what comes closest to characters that the hand lacks. */
  private static String written(
      String text, StyleChoice style, HandModel model, Map<String, String> substitutes) {
    Set<Integer> known = style.writable(model);
    Characters.substitutes(PageWriting.missing(text, style, model), known)
        .forEach((character, other) -> substitutes.put(Character.toString(character), other));
    return Characters.substituted(text, known);
  }
}
