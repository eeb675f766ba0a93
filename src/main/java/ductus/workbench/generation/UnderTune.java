package ductus.workbench.generation;

import ductus.file.BadFileException;
import ductus.music.Bar;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.music.drums.Accompaniment;
import ductus.workbench.corpus.ScoreFile;
import ductus.workbench.kind.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What drums under a tune take from it: metre, tempo and length. */
public final class UnderTune {
  /** A longer tune has its pattern again and again. */
  private static final int MOST_BARS = 16;

  private UnderTune() {}

  /**
   * The request with the header that suits a tune, where it leaves it open.
   *
   * @throws BadFileException if the file has no notes
   */
  public static MusicRequest settle(MusicRequest request, Path file)
      throws BadFileException, IOException {
    Score tune = ScoreFile.read(file);
    if (tune.notes().isEmpty()) {
      throw new BadFileException(file, "it has no notes to play drums under");
    }
    List<Bar> bars = Accompaniment.bars(tune);
    TimeSignature metre = bars.get(0).metre();
    TimeSignature drums = Accompaniment.metreUnder(metre);
    double times = metre.quartersPerBar() / drums.quartersPerBar();
    int length = (int) Math.max(1, Math.min(MOST_BARS, Math.ceil(bars.size() * times)));
    MusicRequest.Header header = request.header();
    double tempo = 60 / new TempoMap(tune).seconds(tune.ticksPerQuarter());
    return new MusicRequest(
        new MusicRequest.Header(
            header.metre() == null ? drums : header.metre(),
            header.tonic(),
            header.mode(),
            header.bars() == null ? Integer.valueOf(length) : header.bars()),
        request.opening(),
        request.scale(),
        request.sampling(),
        request.seed(),
        request.quartersPerMinute() == 0
            ? Math.max(10, Math.min(1000, tempo))
            : request.quartersPerMinute(),
        request.program(),
        request.guidance());
  }
}
