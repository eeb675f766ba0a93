package ductus.fault;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.adaptation.FallbackHands;
import ductus.task.handwriting.adaptation.HandSample;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.TinyHands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What writes hands: those that are added, removed, exported and made up. */
final class HandWriters {
  private static final String NAME = "anna";

  private HandWriters() {}

  static List<CrashedWriter> all() {
    return List.of(
        new CrashedWriter(
                "hand-add",
                HandWriters::model,
                work -> add(work, "letter"),
                // A hand that is there is not added again.
                work -> Files.exists(learned(work)) ? "" : add(work, "letter"))
            .seldom(0),
        new CrashedWriter(
                "hand-replace",
                work -> model(work) + add(work, "note"),
                work -> add(work, "letter"),
                work -> add(work, "letter"))
            .seldom(0),
        CrashedWriter.again(
            "hand-remove", HandWriters::added, "hand remove anna --hands WORK/hands --quiet"),
        CrashedWriter.again(
                "hand-font", "hand export note --quiet --forms 1 --to svg-font --out WORK/note.svg")
            .ifNamed(),
        CrashedWriter.again("hand-sheet", "hand template --quiet --out WORK/sheet.svg"),
        CrashedWriter.again(
                "scribble",
                HandWriters::freeModel,
                "hand scribble GIVEN/free.safetensors --seed 1 --quiet --out WORK/page")
            .seldom(0));
  }

  /** What {@code hand add} does, with one update. */
  private static String add(Path work, String drawn) throws Exception {
    HandModel model = HandModel.open(CrashedWriter.given(work, "tiny.safetensors").toString());
    HandSample sample =
        HandSample.read(
            List.of(Path.of("corpora/hands", drawn + ".json")),
            NAME,
            model.alphabet(),
            FallbackHands.shipped());
    try (Workers workers = new Workers(1)) {
      new AddedHands(work.resolve("hands"), 1)
          .replace(model, sample, false, KernelChoice.best(), workers, done -> {});
    }
    return "";
  }

  private static Path learned(Path work) {
    return work.resolve("hands").resolve(NAME + ".safetensors");
  }

  private static String model(Path work) throws IOException {
    Path model = CrashedWriter.given(work, "tiny.safetensors");
    if (!Files.exists(model)) {
      TinyHands.write(model, 1);
    }
    return "";
  }

  private static String freeModel(Path work) throws IOException {
    Path model = CrashedWriter.given(work, "free.safetensors");
    if (!Files.exists(model)) {
      TinyHands.writeFree(model, 1);
    }
    return "";
  }

  /** Removing asks for the names of files only. */
  private static String added(Path work) throws IOException {
    Path hands = Files.createDirectories(work.resolve("hands"));
    Files.writeString(hands.resolve("anna.json"), "drawings");
    Files.writeString(hands.resolve("anna.safetensors"), "learned");
    return "";
  }
}
