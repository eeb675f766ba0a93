package ductus.studio;

import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.TinyHands;
import ductus.task.music.generation.TuneWriting;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Things in a workspace, as the commands make them. */
final class StudioSamples {
  private StudioSamples() {}

  /** A model that writes by hand but never learned to, and the place of the user's hands. */
  static ModelReference hands(Path folder) throws IOException {
    Path model = TinyHands.write(folder.resolve("tiny.safetensors"), 1);
    return new ModelReference(model.toString(), folder.resolve("generated/hands").toString());
  }

  /** A tune of 4 bars. */
  static void tune(Path workspace, String name) throws BadFileException, IOException {
    MusicModel<?> folk = MusicModels.open("folk");
    MusicRequest request =
        MusicRequest.open(new Sampling(1.2, 0, 0.95), 3)
            .with(new MusicRequest.Header(null, null, null, 4));
    new TuneWriting("test", 2)
        .write(
            folk, "folk", request, List.of(workspace.resolve(name)), Optional.empty(), () -> false);
  }
}
