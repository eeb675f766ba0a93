package ductus.workbench.handwriting;

import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.gather.HandGathering;
import ductus.ink.hand.Borrowing;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.read.LineFont;
import ductus.ink.read.OmniglotReader;
import ductus.ink.read.UjiReader;
import ductus.workbench.corpus.LeftOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The hands of some folders and those below them: hand files, writers of the UJI Pen Characters
 * ({@code uji-w01} …), drawers of Omniglot's Latin alphabet ({@code o-01} …), and EMS single-line
 * fonts ({@code line-1} …). Marks that a hand lacks are borrowed from the hand files.
 *
 * @param hands by kind, then in the order of their files' names
 * @param borrowed which characters each hand borrowed, with the name of the lender
 * @param leftOut files that cannot be read, and fonts that nobody writes like
 */
public record HandFolder(
    List<Hand> hands, Map<String, SortedMap<Integer, String>> borrowed, List<LeftOut> leftOut) {
  /**
   * The EMS fonts: their places stand for their names, which are reserved. Those of the model that
   * ships come first.
   */
  private static final List<String> FONTS =
      List.of(
          "Brush",
          "CasualHand",
          "DecorousScript",
          "Qwandry",
          "Allure",
          "Bird",
          "BirdSwashCaps",
          "Capitol",
          "Delight",
          "DelightSwashCaps",
          "Elfin",
          "Felix",
          "Herculean",
          "Invite",
          "League",
          "LittlePrincess",
          "MistyNight",
          "Neato",
          "Nixish",
          "NixishItalic",
          "Osmotron",
          "Pancakes",
          "Pepita",
          "Readability",
          "ReadabilityItalic",
          "Society",
          "SpaceRocks",
          "Swiss",
          "Tech");

  /** Doubled lines, stars and circuits. */
  private static final List<String> UNLIKE_WRITING =
      List.of("Herculean", "MistyNight", "Nixish", "NixishItalic", "Osmotron", "SpaceRocks");

  private static final String HAND_ENDING = ".json";
  private static final String FONT_PREFIX = "EMS";
  private static final String FONT_ENDING = ".svg";
  private static final String UJI = "UJIpenchars-";
  private static final String OMNIGLOT = "character01";

  public HandFolder {
    hands = List.copyOf(hands);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads them.
   *
   * @throws BadFileException if there is no hand
   */
  public static HandFolder read(Path folder) throws BadFileException, IOException {
    return read(List.of(folder));
  }

  /**
   * Reads those of several folders.
   *
   * @throws BadFileException if there is no hand
   */
  public static HandFolder read(List<Path> folders) throws BadFileException, IOException {
    Search search = new Search();
    for (Path folder : folders) {
      search.read(folder);
    }
    List<Hand> hands = new ArrayList<>(search.own);
    Map<String, SortedMap<Integer, String>> borrowed = new TreeMap<>();
    for (Hand hand : search.gathered) {
      Borrowing borrowing = Borrowing.from(hand, search.own);
      hands.add(borrowing.hand());
      borrowed.put(hand.name(), borrowing.lenders());
    }
    if (hands.isEmpty()) {
      throw new BadFileException(
          folders.get(0),
          "holds no hands: give hand files (.json), UJI pen characters, Omniglot letters or EMS fonts"
              + search.leftOut.stream().findFirst().map(first -> "; " + first).orElse(""));
    }
    return new HandFolder(hands, borrowed, search.leftOut);
  }

  /** Whether a file may be a hand, by its name: what {@link #read} reads, but for Omniglot's. */
  public static boolean mayBeHand(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(HAND_ENDING)
        || name.startsWith(UJI)
        || (name.startsWith(FONT_PREFIX) && name.endsWith(FONT_ENDING));
  }

  /** By which hands are known again: SHA-256 of their characters and drawings, in hex. */
  public static String digest(List<Hand> hands) {
    return Sha256.hex(hands.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The same without some hands. */
  public HandFolder without(Collection<String> names) {
    return new HandFolder(
        hands.stream().filter(hand -> !names.contains(hand.name())).toList(), borrowed, leftOut);
  }

  private static final class Search {
    final List<Hand> own = new ArrayList<>();
    final List<Hand> gathered = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();

    void read(Path folder) throws BadFileException, IOException {
      if (!Files.exists(folder)) {
        throw new BadFileException(folder, "no such file or folder");
      }
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.comparing(Path::toString)).toList()) {
          try {
            add(path);
          } catch (BadFileException broken) {
            leftOut.add(new LeftOut(path, broken.reason()));
          } catch (IOException unreadable) {
            leftOut.add(new LeftOut(path, Reasons.of(unreadable)));
          }
        }
      }
    }

    private void add(Path path) throws BadFileException, IOException {
      String name = String.valueOf(path.getFileName());
      if (Files.isDirectory(path)) {
        if (name.equals(OMNIGLOT)) {
          addDrawers(path.toAbsolutePath().resolveSibling(""));
        }
      } else if (name.endsWith(HAND_ENDING)) {
        own.add(HandFile.read(path));
      } else if (name.startsWith(UJI)) {
        gathered.add(
            HandGathering.written("uji-" + name.substring(UJI.length()), UjiReader.read(path)));
      } else if (name.startsWith(FONT_PREFIX) && name.endsWith(FONT_ENDING)) {
        addFont(path, name.substring(FONT_PREFIX.length(), name.length() - FONT_ENDING.length()));
      }
    }

    private void addFont(Path path, String name) throws BadFileException, IOException {
      if (!FONTS.contains(name) || UNLIKE_WRITING.contains(name)) {
        leftOut.add(new LeftOut(path, "not known as a font that looks like writing"));
        return;
      }
      gathered.add(HandGathering.font("line-" + (FONTS.indexOf(name) + 1), LineFont.read(path)));
    }

    private void addDrawers(Path alphabet) throws BadFileException, IOException {
      SortedMap<String, List<Handwriting>> byDrawer = new TreeMap<>();
      for (Handwriting letter : OmniglotReader.readFolder(alphabet)) {
        byDrawer
            .computeIfAbsent(letter.writer().orElse("?"), drawer -> new ArrayList<>())
            .add(letter);
      }
      byDrawer.forEach(
          (drawer, letters) -> gathered.add(HandGathering.drawn("o-" + drawer, letters)));
    }
  }
}
