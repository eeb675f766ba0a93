package ductus.studio;

import ductus.file.Home;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import java.nio.file.Path;

/**
 * How the studio runs.
 *
 * @param workspace folder that it shows and writes to; made if it is missing
 * @param port of 127.0.0.1; 0 for any that is free
 * @param programVersion for the provenance of what is made
 * @param threads most threads of the engine
 * @param hands model that writes, and where the user's hands are
 */
public record StudioSettings(
    Path workspace, int port, String programVersion, int threads, ModelReference hands) {
  /** The port where none is asked for. */
  public static final int USUAL_PORT = 7364;

  public StudioSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535 but was " + port);
    }
  }

  /** Creates settings with the model that ships, and hands where the commands keep them. */
  public StudioSettings(Path workspace, int port, String programVersion, int threads) {
    this(
        workspace,
        port,
        programVersion,
        threads,
        new ModelReference(HandModel.SHIPPED, Home.hands().toString()));
  }
}
