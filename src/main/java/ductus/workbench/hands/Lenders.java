package ductus.workbench.hands;

import ductus.file.BadFileException;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.workbench.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hands that ship and lend drawn ones the marks that they lack. */
public final class Lenders {
  /** The first one first. */
  private static final List<String> NAMES = List.of("print", "note");

  private Lenders() {}

  /** Those of them that are there. */
  public static List<Hand> shipped() throws BadFileException, IOException {
    Path folder = Home.folder().resolve("corpora").resolve("hands");
    List<Hand> lenders = new ArrayList<>();
    for (String name : NAMES) {
      Path path = folder.resolve(name + ".json");
      if (Files.exists(path)) {
        lenders.add(HandFile.read(path));
      }
    }
    return lenders;
  }
}
