package ductus.task.music.kind;

import ductus.corpus.Corpus;
import ductus.corpus.FolderFiles;
import ductus.corpus.FrameSetsCorpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.music.frames.FrameScore;
import ductus.music.frames.FrameSets;
import ductus.music.frames.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pieces in frames from where a user has them: the splits of a JSON file, or the MIDI, ABC and
 * MusicXML files of a folder as one split.
 *
 * @param splits pieces by the name of their split
 * @param leftOut files that hold no frames
 */
public record FrameCollection(Map<String, List<Frames>> splits, List<LeftOut> leftOut) {
  /** The one split of a folder. */
  public static final String ALL = "all";

  /** Reads a JSON file, a MIDI, ABC or MusicXML file, or a folder of these. */
  public static FrameCollection read(Path path, ReadingListener listener)
      throws BadFileException, IOException {
    if (FrameSetsCorpus.isOne(path)) {
      return new FrameCollection(FrameSets.read(path).splits(), List.of());
    }
    FolderFiles files = FolderFiles.find(path, ScoreFile.KIND);
    List<Path> sources = files.files();
    List<Frames> pieces = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>(files.unreadable());
    for (int i = 0; i < sources.size(); i++) {
      try {
        pieces.add(FrameScore.frames(ScoreFile.read(sources.get(i))));
      } catch (BadFileException | IOException | IllegalArgumentException unfit) {
        leftOut.add(new LeftOut(sources.get(i), Reasons.of(unfit)));
      }
      listener.progress(i + 1, sources.size());
    }
    if (pieces.isEmpty()) {
      throw new BadFileException(
          path,
          leftOut.isEmpty()
              ? "holds no piece"
              : "none of its files can be used; the first, " + leftOut.get(0));
    }
    Map<String, List<Frames>> splits = new LinkedHashMap<>();
    splits.put(ALL, pieces);
    return new FrameCollection(splits, leftOut);
  }

  /** The pieces of all splits, each with the hash by which models know what they learned. */
  public Corpus<MusicPiece<Frames>> corpus(Path source) {
    List<Piece<MusicPiece<Frames>>> pieces = new ArrayList<>();
    splits.forEach(
        (split, each) ->
            FrameSetsCorpus.pieces(source, split, each)
                .forEach(piece -> pieces.add(piece.map(MusicPiece::new))));
    return Corpus.of(pieces, List.of());
  }

  /**
   * Returns this collection with one split only.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public FrameCollection only(String split) {
    List<Frames> pieces = splits.get(split);
    if (pieces == null) {
      throw new IllegalArgumentException(
          "split must be %s but was %s".formatted(String.join(" or ", splits.keySet()), split));
    }
    return new FrameCollection(Map.of(split, pieces), leftOut);
  }
}
