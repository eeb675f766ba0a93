package ductus.fault;

import ductus.task.handwriting.synthesis.TinyHands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What writes hands: those that are added, removed, exported and made up. */
final class HandWriters {
  private static final String TINY = " --model GIVEN/tiny.safetensors --hands WORK/hands --quiet";
  private static final String NOTE = "hand add corpora/hands/note.json --name anna" + TINY;

  private HandWriters() {}

  static List<CrashedWriter> all() {
    return List.of(
        CrashedWriter.again(
                "hand-add",
                HandWriters::model,
                "hand add corpora/hands/letter.json --name anna" + TINY)
            .seldom(0),
        CrashedWriter.again(
                "hand-replace",
                work -> model(work) + CrashedWriter.command(NOTE).in(work),
                "hand add corpora/hands/letter.json --name anna --replace" + TINY)
            .seldom(0),
        CrashedWriter.again(
            "hand-remove", HandWriters::added, "hand remove anna --hands WORK/hands --quiet"),
        CrashedWriter.again(
                "hand-font", "hand export note --quiet --forms 1 --to svg-font --out WORK/note.svg")
            .seldom(0),
        CrashedWriter.again("hand-sheet", "hand template --quiet --out WORK/sheet.svg"),
        CrashedWriter.again(
                "scribble",
                HandWriters::freeModel,
                "hand scribble GIVEN/free.safetensors --seed 1 --quiet --out WORK/page")
            .seldom(0));
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
