package ductus.studio.compose;

import ductus.file.BadFileException;
import ductus.provenance.NewNames;
import ductus.studio.collection.Workspace;
import ductus.studio.compose.DraftComposer.Candidates.Tune;
import ductus.studio.web.SeedText;
import ductus.task.music.generation.DrumTuneContext;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Plays drums under tunes, and nothing else: {@code generate drums --under}. */
final class DraftDrummer {
  private static final String MODEL = "drums";

  private final Workspace workspace;
  private final TuneWriting writing;

  DraftDrummer(Workspace workspace, String programVersion, int threads) {
    this.workspace = workspace;
    writing = new TuneWriting(programVersion, threads);
  }

  /**
   * What is to have drums.
   *
   * @param piece its MIDI file, below the workspace
   */
  record DrumWish(String piece) {
    DrumWish {
      if (piece == null) {
        throw new IllegalArgumentException("drums must name the piece that they are for");
      }
    }
  }

  /** Writes a tune with drums in its metre, its tempo and of its length, as a draft. */
  synchronized Tune drum(DrumWish wish) throws BadFileException, IOException {
    Path file = workspace.file(wish.piece()).toAbsolutePath().normalize();
    MusicModel<?> drums = MusicModels.open(MODEL);
    MusicRequest asked =
        MusicRequest.open(drums.kind().sampling(), SeedText.asked(null))
            .with(drums.usual().under(file.toString()));
    try (NewNames names = NewNames.ofTunes(workspace.drafts(), MODEL, 1)) {
      Path stem = names.next();
      writing.write(
          drums,
          MODEL,
          DrumTuneContext.settle(asked, file, drums.conditions()),
          List.of(stem),
          Optional.empty(),
          () -> false);
      return Tune.of(workspace, stem);
    }
  }
}
