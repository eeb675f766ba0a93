package ductus.cli.music;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import ductus.cluster.Cluster.ClusterCommand;
import ductus.task.music.generation.MusicGeneration;
import ductus.task.music.request.MusicRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Some of many pieces, for a command line of their own.
 *
 * @param from the first of them, counted from 0
 * @param count one or more
 */
public record Portion(int from, int count) {
  private static final Gson GSON = new Gson();

  /** Pieces for which opening the model is worth its time. */
  private static final int LEAST = 8;

  /** The number of command lines that keeps some machines busy to the end. */
  private static final int MANY = 32;

  /** Cuts so many pieces into portions. */
  public static List<Portion> of(int pieces) {
    int each = Math.max(LEAST, Math.min(MusicGeneration.AT_A_TIME, pieces / MANY));
    List<Portion> portions = new ArrayList<>();
    for (int from = 0; from < pieces; from += each) {
      portions.add(new Portion(from, Math.min(each, pieces - from)));
    }
    return portions;
  }

  /** What people call it, where the first of all pieces has this number. */
  String name(int first) {
    return String.format(Locale.ROOT, "tunes %d to %d", first + from, first + from + count - 1);
  }

  /**
   * The command line that makes them.
   *
   * @param model name, or path as all machines see it
   * @param first number of the first of all pieces
   * @param more arguments
   */
  public ClusterCommand command(String model, MusicRequest request, int first, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "generate",
                model,
                "--request",
                GSON.toJson(request),
                "--first",
                String.valueOf(first + from),
                "--count",
                String.valueOf(count),
                "--quiet"));
    arguments.addAll(more);
    return new ClusterCommand(name(first), arguments);
  }

  /**
   * Reads the request of such a command line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static MusicRequest request(String json) {
    try {
      MusicRequest request = GSON.fromJson(json, MusicRequest.class);
      if (request != null) {
        return request;
      }
    } catch (JsonParseException broken) {
      throw new IllegalArgumentException("--request must be JSON as --master sends it", broken);
    }
    throw new IllegalArgumentException("--request must be JSON as --master sends it");
  }
}
