package ductus.corpus.hand;

import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import ductus.corpus.Steps;
import ductus.corpus.shard.CorpusManifest;
import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.gather.HandGathering;
import ductus.ink.hand.GlyphFallback;
import ductus.ink.hand.Hand;
import ductus.ink.read.OmniglotReader;
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
 * fonts ({@code line-1} …). Marks that a hand lacks are borrowed from the hand files. A folder may
 * also be a sharded corpus of hands.
 *
 * @param hands by kind, then in the order of their files' names
 * @param borrowed which characters each hand borrowed, with the name of the lender
 * @param leftOut files that cannot be read, and fonts that nobody writes like
 */
public record HandFolder(
    List<Hand> hands, Map<String, SortedMap<Integer, String>> borrowed, List<LeftOut> leftOut) {
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
    return required(search(folders), folders);
  }

  /**
   * Returns what was found in some folders.
   *
   * @throws BadFileException if there is no hand
   */
  public static HandFolder required(HandFolder found, List<Path> folders) throws BadFileException {
    if (found.hands().isEmpty()) {
      throw new BadFileException(
          folders.get(0),
          "holds no hands: give hand files (.json), UJI pen characters, Omniglot letters or EMS"
              + " fonts"
              + found.leftOut().stream().findFirst().map(first -> "; " + first).orElse(""));
    }
    return found;
  }

  /** Looks for hands in several folders; there may be none. */
  public static HandFolder search(List<Path> folders) throws BadFileException, IOException {
    return search(folders, ReadingListener.NONE);
  }

  /**
   * Looks for hands as {@link #search(List)} does.
   *
   * @param listener told of the files of each folder
   */
  public static HandFolder search(List<Path> folders, ReadingListener listener)
      throws BadFileException, IOException {
    Search search = new Search(listener);
    for (Path folder : folders) {
      search.read(folder);
    }
    List<Hand> hands = new ArrayList<>(search.own);
    Map<String, SortedMap<Integer, String>> borrowed = new TreeMap<>();
    for (Hand hand : search.gathered) {
      GlyphFallback borrowing = GlyphFallback.from(hand, search.own);
      hands.add(borrowing.hand());
      borrowed.put(hand.name(), borrowing.lenders());
    }
    return new HandFolder(hands, borrowed, search.leftOut);
  }

  /** A folder with the number of its hands, if there are some, by their names; Omniglot aside. */
  public static Map<Path, Integer> counted(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      int count = (int) files.filter(Files::isRegularFile).filter(FileHand::isOne).count();
      return count == 0 ? Map.of() : Map.of(folder, count);
    }
  }

  /**
   * The digest by which hands are known again: SHA-256 of their characters and drawings, in hex.
   */
  public static String digest(List<Hand> hands) {
    return Sha256.hex(hands.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns this folder without some hands. */
  public HandFolder without(Collection<String> names) {
    return new HandFolder(
        hands.stream().filter(hand -> !names.contains(hand.name())).toList(), borrowed, leftOut);
  }

  private static final class Search {
    final List<Hand> own = new ArrayList<>();
    final List<Hand> gathered = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();
    private final ReadingListener listener;

    Search(ReadingListener listener) {
      this.listener = listener;
    }

    void read(Path folder) throws BadFileException, IOException {
      if (!Files.exists(folder)) {
        throw new BadFileException(folder, "no such file or folder");
      }
      if (CorpusManifest.isIn(folder)) {
        ShardedHands.open(folder).forEach(this::add);
        return;
      }
      try (Stream<Path> paths = Files.walk(folder)) {
        List<Path> sorted = paths.sorted(Comparator.comparing(Path::toString)).toList();
        for (Path path : new Steps(listener, sorted.size()).over(sorted)) {
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
      } else if (FileHand.isOne(path) && !FileHand.isInk(path)) {
        add(FileHand.read(path));
      }
    }

    private void add(FileHand file) {
      (file.borrows() ? gathered : own).add(file.hand());
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
