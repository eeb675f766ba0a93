package ductus.same;

import ductus.cli.TaskSample;
import ductus.task.Task;
import ductus.task.registry.Tasks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What the commands of the table read: {@code in}, with a folder {@code TASK} for each task. */
final class SameInputs {
  private static final Path MELODIES = Path.of("corpora/melodies");

  private SameInputs() {}

  /** Makes all of it in a folder. */
  static void make(Path in) throws IOException {
    for (Task<?> task : Tasks.ALL) {
      TaskSample.of(task.name(), Files.createDirectories(in.resolve(task.name())));
    }
    Path tunes = Files.createDirectories(in.resolve("melodies"));
    for (String name : List.of("bobby-shafto", "aura-lee", "aennchen-von-tharau", "bingo")) {
      for (String ending : List.of(".abc", ".mid")) {
        Files.copy(MELODIES.resolve(name + ending), tunes.resolve(name + ending));
      }
    }
    picture(in.resolve("letter.png"));
    text(in, "letter.txt", "Dear {name},\n\nthe 3 boats (of 12) are in. Love, Zoë\n");
    text(in, "guests.csv", "name,--seed\nAnna,3\nIda,4\nJörg,5\n");
    text(in, "vary.csv", "seed,bars,key\n3,4,G\n4,4,Em\n");
    text(in, "titles.csv", "text,label\nIT IS FINE,good\nI AM ILL,bad\n");
    text(
        in,
        "sweep.json",
        """
        {"folder": "music/tunes",
         "settings": {"epochs": 2, "hidden": 8, "embedding": 4, "batch": 4, "keys": "own",
                      "warmup": 1},
         "configurations": [{"dropout": 0}, {"dropout": 0.25}],
         "seeds": [1, 2]}
        """);
  }

  /** A letter L, drawn with a thick pen. */
  private static void picture(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(120, 160, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        boolean down = x >= 30 && x < 40 && y >= 20 && y < 140;
        boolean along = x >= 30 && x < 90 && y >= 130 && y < 140;
        picture.setRGB(x, y, down || along ? 0x000000 : 0xFFFFFF);
      }
    }
    ImageIO.write(picture, "png", file.toFile());
  }

  private static void text(Path in, String name, String text) throws IOException {
    Files.writeString(in.resolve(name), text, StandardCharsets.UTF_8);
  }

  /** Copies all of it. */
  static void copy(Path in, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(in)) {
      for (Path path : (Iterable<Path>) all.sorted()::iterator) {
        Path copy = to.resolve(in.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
  }
}
