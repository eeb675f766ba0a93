package ductus.workbench.handwriting;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.gather.HandGathering;
import ductus.ink.hand.Borrowing;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.read.LineFont;
import ductus.ink.read.OmniglotReader;
import ductus.ink.read.UjiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The hands of a folder and those below it: hand files, writers of the UJI Pen Characters, drawers
 * of Omniglot's Latin alphabet, and single-line SVG fonts. Marks that a hand lacks are borrowed
 * from the hand files.
 *
 * @param hands by kind, then in the order of their files' names
 * @param borrowed which characters each hand borrowed, with the name of the lender
 */
public record HandFolder(List<Hand> hands, Map<String, SortedMap<Integer, String>> borrowed) {
  private static final String UJI = "UJIpenchars-";
  private static final String OMNIGLOT = "character01";

  public HandFolder {
    hands = List.copyOf(hands);
  }

  /** Reads them. */
  public static HandFolder read(Path folder) throws BadFileException, IOException {
    List<Hand> own = new ArrayList<>();
    List<Hand> gathered = new ArrayList<>();
    int fonts = 0;
    for (Path path : paths(folder)) {
      String name = path.getFileName().toString();
      if (Files.isDirectory(path)) {
        if (name.equals(OMNIGLOT)) {
          gathered.addAll(drawers(path.toAbsolutePath().resolveSibling("")));
        }
      } else if (name.endsWith(".json")) {
        own.add(HandFile.read(path));
      } else if (name.startsWith(UJI)) {
        gathered.add(
            HandGathering.written("uji-" + name.substring(UJI.length()), UjiReader.read(path)));
      } else if (name.endsWith(".svg")) {
        // The names of fonts are reserved.
        fonts++;
        gathered.add(HandGathering.font("line-" + fonts, LineFont.read(path)));
      }
    }
    List<Hand> hands = new ArrayList<>(own);
    Map<String, SortedMap<Integer, String>> borrowed = new TreeMap<>();
    for (Hand hand : gathered) {
      Borrowing borrowing = Borrowing.from(hand, own);
      hands.add(borrowing.hand());
      borrowed.put(hand.name(), borrowing.lenders());
    }
    return new HandFolder(hands, borrowed);
  }

  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.comparing(Path::toString)).toList();
    }
  }

  private static List<Hand> drawers(Path alphabet) throws BadFileException, IOException {
    Map<String, List<Handwriting>> byDrawer = new LinkedHashMap<>();
    for (Handwriting letter : OmniglotReader.readFolder(alphabet)) {
      byDrawer
          .computeIfAbsent(letter.writer().orElse("?"), drawer -> new ArrayList<>())
          .add(letter);
    }
    List<Hand> hands = new ArrayList<>();
    byDrawer.forEach((drawer, letters) -> hands.add(HandGathering.drawn("o-" + drawer, letters)));
    return hands;
  }
}
