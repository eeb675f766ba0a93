package ductus.provenance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of folders: somebody who names a sound or a picture wants no folder of that name. */
public final class FolderNames {
  /** Endings of files of music, sound, pictures, pages, texts, tables and models. */
  private static final Set<String> OF_FILES =
      Set.of(
          "mid midi kar abc xml musicxml mxl mscz jfugue sf2 wav mp3 ogg oga opus flac m4a aac wma"
              .concat(" aif aiff mp4 webm mkv mov avi jpg jpeg png gif webp bmp tif tiff heic svg")
              .concat(" eps ps ai dxf pdf gcode nc hpgl plt ebb ttf otf woff woff2 txt md tex rtf")
              .concat(" doc docx odt htm html csv tsv xls xlsx json zip safetensors")
              .split(" ", -1));

  private FolderNames() {}

  /**
   * Checks that a place that is not the name of a file that can be made may become a folder.
   *
   * @param out as a user named it
   * @param endings of the files that can be made there; none where there is a folder always
   * @throws IllegalArgumentException if it is not there, and ends as a file does
   */
  public static void require(Path out, List<String> endings) {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (!name.contains(".") || !OF_FILES.contains(ending) || Files.exists(out)) {
      return;
    }
    throw new IllegalArgumentException(
        endings.isEmpty()
            ? "--out must name a folder but was " + out
            : "--out must end in %s, or name a folder, but was %s"
                .formatted(inWords(endings), out));
  }

  private static String inWords(List<String> endings) {
    int last = endings.size() - 1;
    return last == 0
        ? endings.get(0)
        : String.join(", ", endings.subList(0, last)) + " or " + endings.get(last);
  }
}
