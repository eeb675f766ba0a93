package ductus.studio.compose;

import ductus.file.BadFileException;
import ductus.music.Instruments;
import ductus.provenance.NewNames;
import ductus.studio.collection.Workspace;
import ductus.studio.compose.DraftComposer.Candidates.Tune;
import ductus.studio.web.RequestException;
import ductus.studio.web.SeedText;
import ductus.task.harmony.HarmonizationKind;
import ductus.task.harmony.Harmonizing;
import ductus.task.harmony.Harmonizing.HarmonyRequest;
import ductus.task.harmony.HarmonyModels;
import java.io.IOException;
import java.nio.file.Path;

/** Gives tunes chords, or the voices of a choir, as drafts of their own. */
final class DraftHarmonizer {
  private final Workspace workspace;
  private final Harmonizing harmonizing;

  DraftHarmonizer(Workspace workspace, String programVersion, int threads) {
    this.workspace = workspace;
    harmonizing = new Harmonizing(programVersion, threads);
  }

  /**
   * What a tune is to be given.
   *
   * @param piece its MIDI file, below the workspace
   * @param with {@code chords}, {@code bass} or {@code voices}
   */
  record HarmonyWish(String piece, String with) {
    HarmonyWish {
      if (piece == null) {
        throw new IllegalArgumentException("a harmony must name the piece that it is for");
      }
    }

    private boolean wantsBass() {
      return "bass".equals(with);
    }

    private HarmonizationKind kind() {
      return switch (String.valueOf(with)) {
        case "chords", "bass" -> HarmonizationKind.CHORDS;
        case "voices" -> HarmonizationKind.SATB;
        default ->
            throw new RequestException(422, "with must be chords, bass or voices but was " + with);
      };
    }
  }

  /** Harmonizes a tune; chords in the style that it tells. */
  synchronized Tune harmonize(HarmonyWish wish) throws BadFileException, IOException {
    HarmonizationKind kind = wish.kind();
    int program =
        Instruments.program(kind == HarmonizationKind.SATB ? "choir aahs" : "acoustic grand piano");
    try (NewNames names = NewNames.ofTunes(workspace.drafts(), "harmony", 1)) {
      Path stem = names.next();
      HarmonyRequest request =
          Harmonizing.request(
              workspace.file(wish.piece()), kind, null, SeedText.asked(null), program);
      harmonizing.write(
          HarmonyModels.find(kind.shipped()),
          wish.wantsBass() ? request.withBass() : request,
          stem,
          false);
      return Tune.of(workspace, stem);
    }
  }
}
