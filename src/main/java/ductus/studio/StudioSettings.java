package ductus.studio;

import java.nio.file.Path;

/**
 * How the studio runs.
 *
 * @param workspace folder that it shows and writes to; made if it is missing
 * @param port of 127.0.0.1; 0 for any that is free
 * @param programVersion for the provenance of what is made
 * @param threads most threads of the engine
 */
public record StudioSettings(Path workspace, int port, String programVersion, int threads) {
  /** The port where none is asked for. */
  public static final int USUAL_PORT = 7364;

  public StudioSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535 but was " + port);
    }
  }
}
