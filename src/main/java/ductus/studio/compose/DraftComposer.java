package ductus.studio.compose;

import ductus.file.BadFileException;
import ductus.provenance.NewNames;
import ductus.provenance.OutputNames;
import ductus.studio.collection.PianoRollView;
import ductus.studio.collection.Workspace;
import ductus.studio.compose.ComposeRequest.PrimerSource;
import ductus.studio.web.SeedText;
import ductus.task.music.generation.MusicPrimer;
import ductus.task.music.generation.NewPiece;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.BarRange;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.PieceOverview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Draws candidates into the drafts, for one page at a time; others wait. */
public final class DraftComposer {
  /** What the file of a tune ends in. */
  static final String MIDI = ".mid";

  /**
   * What was drawn.
   *
   * @param seed as text
   * @param notice what the piece to begin with was taken for; empty where that is plain
   * @param tunes in order
   */
  record Candidates(String seed, String notice, List<Tune> tunes) {
    /**
     * A tune among the candidates.
     *
     * @param stem among the drafts, as the page names it
     * @param midi its MIDI file
     * @param ended whether the model ended it
     */
    record Tune(
        String stem, String midi, PieceOverview outline, boolean ended, PianoRollView roll) {
      /** The tune whose files have a stem. */
      static Tune of(Workspace workspace, Path stem, PieceOverview outline, boolean ended)
          throws BadFileException, IOException {
        Path midi = OutputNames.path(stem, MIDI);
        return new Tune(
            workspace.name(stem), workspace.name(midi), outline, ended, PianoRollView.read(midi));
      }

      /** The whole tune whose files have a stem, told as its MIDI file has it. */
      static Tune of(Workspace workspace, Path stem) throws BadFileException, IOException {
        Path midi = OutputNames.path(stem, MIDI);
        PianoRollView roll = PianoRollView.read(midi);
        return new Tune(workspace.name(stem), workspace.name(midi), roll.outline(), true, roll);
      }
    }
  }

  private final Workspace workspace;
  private final String programVersion;
  private final int threads;

  /**
   * Ready to compose.
   *
   * @param programVersion for the provenance
   * @param threads most threads of the engine
   */
  public DraftComposer(Workspace workspace, String programVersion, int threads) {
    this.workspace = workspace;
    this.programVersion = programVersion;
    this.threads = threads;
  }

  /** Draws what is wished for. */
  synchronized Candidates compose(ComposeRequest wish) throws BadFileException, IOException {
    String given = ModelCard.path(workspace, wish.model());
    MusicModel<?> model = MusicModels.open(given);
    List<String> notices = new ArrayList<>();
    MusicRequest request = request(model, wish, notices::add);
    List<NewPiece> pieces;
    List<Path> stems;
    try (NewNames names = NewNames.ofTunes(workspace.drafts(), model.name(), wish.count())) {
      pieces =
          new TuneWriting(programVersion, threads)
              .write(
                  model,
                  given,
                  request,
                  wish.from(),
                  names,
                  wish.count(),
                  Optional.empty(),
                  () -> false);
      stems = names.chosen();
    }
    List<Candidates.Tune> tunes = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      NewPiece piece = pieces.get(i);
      tunes.add(Candidates.Tune.of(workspace, stems.get(i), piece.outline(), piece.ended()));
    }
    return new Candidates(Long.toString(request.seed()), String.join("; ", notices), tunes);
  }

  private MusicRequest request(MusicModel<?> model, ComposeRequest wish, Consumer<String> notices)
      throws BadFileException, IOException {
    PrimerSource start = wish.start();
    model.requireFits(wish.header());
    if (wish.chords() != null && !model.kind().takesBacking()) {
      throw new IllegalArgumentException(
          "chords are for models of melodies, lead sheets or songs, but %s is one of %s"
              .formatted(model.name(), model.kind().encoding().name()));
    }
    MusicRequest.Opening opening =
        start == null ? MusicRequest.Opening.NONE : opening(model, wish, start, notices);
    if (wish.accompanies() && opening.isEmpty()) {
      throw new IllegalArgumentException(
          "accompany wants the tune that it is for: notes of your own, or a file");
    }
    return new MusicRequest(
        wish.header(),
        opening,
        null,
        wish.sampling(model.kind().sampling()),
        SeedText.asked(wish.seed()),
        wish.quartersPerMinute(),
        wish.program(),
        guidance(wish, start, model.usual()));
  }

  private static MusicRequest.Guidance guidance(
      ComposeRequest wish, @Nullable PrimerSource start, MusicRequest.Guidance usual) {
    if (start == null || start.from() == null || start.to() == null) {
      MusicRequest.Guidance wanted = usual.with(wish.conditions());
      String chords = wish.chords();
      return chords == null ? wanted : wanted.over(chords);
    }
    BarRange bars = new BarRange(start.from(), start.to());
    return new MusicRequest.Guidance(
        usual.novel(), 0, usual.beam(), false, wish.conditions(), null, null, bars, usual.drafts());
  }

  private MusicRequest.Opening opening(
      MusicModel<?> model, ComposeRequest wish, PrimerSource start, Consumer<String> notices)
      throws BadFileException, IOException {
    if (start.piece() != null) {
      return opening(model, wish, start, workspace.file(start.piece()).toString(), notices);
    }
    if (start.fileContent() == null) {
      return played(model, wish, start.notes() == null ? "" : start.notes().strip());
    }
    return GivenScore.read(
        workspace.drafts(),
        start.fileName(),
        start.fileContent(),
        file ->
            opening(
                model,
                wish,
                start,
                file.toString(),
                notice ->
                    notices.accept(
                        notice.replace(file.toString(), String.valueOf(start.fileName())))));
  }

  private static MusicRequest.Opening played(
      MusicModel<?> model, ComposeRequest wish, String notes) {
    if (notes.isEmpty()) {
      return MusicRequest.Opening.NONE;
    }
    return wish.accompanies()
        ? MusicPrimer.playedTune(model.kind(), notes, wish.header(), model.keys())
        : MusicPrimer.played(model.kind(), notes, wish.header(), model.keys());
  }

  private static MusicRequest.Opening opening(
      MusicModel<?> model,
      ComposeRequest wish,
      PrimerSource start,
      String primer,
      Consumer<String> notices)
      throws BadFileException, IOException {
    if (wish.accompanies()) {
      return MusicPrimer.tune(model.kind(), primer, wish.header(), model.keys());
    }
    if (start.from() == null) {
      return MusicPrimer.opening(model.kind(), primer, wish.header(), model.keys(), notices);
    }
    return start.fills()
        ? MusicPrimer.whole(model.kind(), primer, model.keys())
        : MusicPrimer.until(model.kind(), primer, start.from(), model.keys());
  }
}
