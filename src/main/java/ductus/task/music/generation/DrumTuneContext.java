package ductus.task.music.generation;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.music.drums.Accompaniment;
import ductus.music.drums.BeatActivity;
import ductus.music.encoding.drums.DrumsVocabulary;
import ductus.task.music.condition.Conditions;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What drums under a tune take from it: metre, tempo and length and, where their model knows what
 * that is, how busy each of its beats is.
 */
public final class DrumTuneContext {
  /** A longer tune has its pattern again and again, if that does not follow it. */
  private static final int MOST_BARS = 16;

  private static final String ACTIVITY = "activity";

  private DrumTuneContext() {}

  /**
   * The request with the header that suits a tune, where it leaves it open, and its activity.
   *
   * @param conditions that the model knows
   * @throws BadFileException if the file has no notes
   */
  public static MusicRequest settle(MusicRequest request, Path file, Conditions conditions)
      throws BadFileException, IOException {
    Score tune = ScoreFile.read(file);
    if (tune.notes().stream().allMatch(Note::isDrum)) {
      throw new BadFileException(file, "it has no notes to play drums under");
    }
    boolean follows = conditions.know(ACTIVITY);
    List<Bar> bars = Accompaniment.bars(tune);
    TimeSignature metre = bars.get(0).metre();
    TimeSignature drums = Accompaniment.metreUnder(metre);
    double times = metre.quartersPerBar() / drums.quartersPerBar();
    int most = follows ? DrumsVocabulary.MOST_COUNTED_BARS : MOST_BARS;
    int length = (int) Math.max(1, Math.min(most, Math.ceil(bars.size() * times)));
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
        follows ? following(request.guidance(), tune) : request.guidance());
  }

  /**
   * The guidance with the activity of the tune's beats as a condition; another activity that is
   * asked for stands behind this one, and so before it.
   */
  private static MusicRequest.Guidance following(MusicRequest.Guidance guidance, Score tune) {
    String activity =
        BeatActivity.ofTune(tune).stream()
            .map(BeatActivity.LEVELS::get)
            .collect(Collectors.joining(","));
    List<String> conditions = new ArrayList<>();
    conditions.add(ACTIVITY + "=" + activity);
    conditions.addAll(guidance.conditions());
    return guidance.with(conditions);
  }
}
