package ductus.studio.write;

import ductus.file.BadFileException;
import ductus.ink.hand.Characters;
import ductus.model.pen.PenStyle;
import ductus.model.place.ModelCatalog;
import ductus.studio.collection.Workspace;
import ductus.studio.web.SeedText;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.page.PageWriting;
import ductus.task.handwriting.page.WritingRequest;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.LineMemory;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The models that write, the last one kept open, and what lines they wrote. */
final class WritingHands {
  /**
   * A hand that can write, as the page offers it.
   *
   * @param joined whether its letters are
   * @param added whether a user taught it
   */
  record HandCard(String name, boolean joined, boolean added) {}

  /**
   * What is to be written.
   *
   * @param substitutes what stands for characters that the hand lacks; empty for one left out
   */
  record PreparedLetter(
      ModelReference given,
      HandModel model,
      WritingRequest request,
      Map<String, String> substitutes) {}

  /**
   * A model that is open.
   *
   * @param changed when its files were, so that what was taught since counts
   */
  private record Opened(
      String run, Set<String> hands, FileTime changed, ModelReference reference, HandModel model) {}

  private final Workspace workspace;
  private final ModelReference given;
  private final LineMemory memory = LineMemory.ofPages();
  private @Nullable Opened last;

  WritingHands(Workspace workspace, ModelReference given) {
    this.workspace = workspace;
    this.given = given;
  }

  /** What was written in any hand. */
  LineMemory memory() {
    return memory;
  }

  /** Forgets what is open and what was written, since a hand was taught again. */
  synchronized void forget() {
    last = null;
    memory.clear();
  }

  /** The hands that can write, those of the user first, whom only the model that ships knows. */
  List<HandCard> cards(String run) throws BadFileException, IOException {
    List<HandCard> hands = new ArrayList<>();
    if (run.isEmpty()) {
      AddedHands added = new AddedHands(Path.of(given.hands()));
      for (String name : added.names()) {
        hands.add(new HandCard(name, added.style(name).joined(), true));
      }
    }
    for (String each : HandModel.meant(reference(run).model())) {
      for (PenStyle style : HandModel.open(each).styles()) {
        hands.add(new HandCard(style.name(), style.joined(), false));
      }
    }
    return hands;
  }

  /** The model that has some hands. */
  ModelReference reference(String run) throws IOException {
    return run.isEmpty()
        ? given
        : new ModelReference(
            workspace.file(run + "/" + ModelCatalog.MODEL).toString(), given.hands());
  }

  private synchronized Opened open(String run, Set<String> hands)
      throws BadFileException, IOException {
    ModelReference asked = reference(run);
    FileTime changed = changed(Path.of(run.isEmpty() ? asked.hands() : asked.model()));
    Opened open = last;
    if (open != null && open.run().equals(run) && open.hands().equals(hands)) {
      if (open.changed().equals(changed)) {
        return open;
      }
      forget();
    }
    ModelReference reference = asked.holding(hands);
    Opened opened = new Opened(run, Set.copyOf(hands), changed, reference, reference.open(hands));
    last = opened;
    return opened;
  }

  private static FileTime changed(Path path) throws IOException {
    return Files.exists(path) ? Files.getLastModifiedTime(path) : FileTime.fromMillis(0);
  }

  /** Makes a request of what the page wishes, with the model that can write it. */
  PreparedLetter prepared(WriteRequest wish) throws BadFileException, IOException {
    StyleChoice style = wish.style();
    Opened opened = open(wish.run(), style.weights().keySet());
    Map<String, String> substitutes = new TreeMap<>();
    WritingRequest request =
        new WritingRequest(
            written(wish.text(), style, opened.model(), substitutes),
            style,
            wish.manner(),
            wish.setup(),
            wish.look(),
            opened.reference().isUsuallyChecked(),
            SeedText.asked(wish.seed()),
            wish.arrangement());
    return new PreparedLetter(opened.reference(), opened.model(), request, substitutes);
  }

  /** The text with what comes closest to characters that the hand lacks. */
  static String written(
      String text, StyleChoice style, HandModel model, Map<String, String> substitutes) {
    Set<Integer> known = style.writable(model);
    Characters.substitutes(PageWriting.missing(text, style, model), known)
        .forEach((character, other) -> substitutes.put(Character.toString(character), other));
    return Characters.substituted(text, known);
  }
}
