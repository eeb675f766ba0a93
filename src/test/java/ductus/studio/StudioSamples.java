package ductus.studio;

import ductus.file.BadFileException;
import ductus.workbench.drawing.TinyHands;
import ductus.workbench.generation.TuneWriting;
import ductus.workbench.kind.MusicModel;
import ductus.workbench.kind.MusicModels;
import ductus.workbench.kind.MusicRequest;
import ductus.workbench.writing.ModelGiven;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Things in a workspace, as the commands make them. */
final class StudioSamples {
  private StudioSamples() {}

  /** A model that writes by hand but never learned to, and the place of the user's hands. */
  static ModelGiven hands(Path folder) throws IOException {
    Path model = TinyHands.write(folder.resolve("tiny.safetensors"), 1);
    return new ModelGiven(model.toString(), folder.resolve("generated/hands").toString());
  }

  /** A tune of 4 bars. */
  static void tune(Path workspace, String name) throws BadFileException, IOException {
    MusicModel<?> folk = MusicModels.open("folk");
    MusicRequest request =
        MusicRequest.open(folk.kind().sampling(), 3)
            .with(new MusicRequest.Header(null, null, null, 4));
    new TuneWriting("test", 2)
        .write(
            folk, "folk", request, List.of(workspace.resolve(name)), Optional.empty(), () -> false);
  }
}
