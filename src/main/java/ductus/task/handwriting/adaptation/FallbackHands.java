package ductus.task.handwriting.adaptation;

import ductus.file.BadFileException;
import ductus.file.ShippedCorpora;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hands that ship and lend drawn ones the marks that they lack. */
public final class FallbackHands {
  /** Names of the hands that lend, in the order in which they are asked. */
  private static final List<String> NAMES = List.of("print", "note");

  private FallbackHands() {}

  /** The lending hands that are there. */
  public static List<Hand> shipped() throws BadFileException, IOException {
    Path folder = ShippedCorpora.folder().resolve("hands");
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
