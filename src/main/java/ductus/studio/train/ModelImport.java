package ductus.studio.train;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.FileFailure;
import ductus.file.PartFile;
import ductus.model.place.FoundModel;
import ductus.model.place.ModelCatalog;
import ductus.studio.collection.Workspace;
import ductus.studio.train.plan.TrainingForm;
import ductus.studio.web.RequestException;
import ductus.task.Task;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a model that was trained elsewhere, part by part, into a folder of its own in the
 * workspace. It is read as any model is before it is there; nothing is ever replaced.
 */
final class ModelImport {
  /** Larger ones do not fit into the memory with what else is in it. */
  static final long MOST_BYTES = 256L << 20;

  private final Workspace workspace;

  ModelImport(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A part of a model's file.
   *
   * @param name of the folder that it gets
   * @param offset of the part in the file, in bytes; parts come in order
   * @param content in Base64
   * @param last whether it is the last one
   */
  record ModelPart(@Nullable String name, long offset, @Nullable String content, boolean last) {}

  /**
   * What came of a part.
   *
   * @param name of the model, once it is whole; null before
   * @param task that it is of; null before it is whole
   */
  record ImportedModel(@Nullable String name, @Nullable String task) {}

  /**
   * Takes a part.
   *
   * @throws BadFileException if the whole of it is no model
   * @throws RequestException if it is too large, does not follow the part before it, or there is
   *     something of its name
   */
  synchronized ImportedModel take(ModelPart part) throws BadFileException, IOException {
    String name = TrainingForm.requireName(part.name());
    String content = part.content();
    if (content == null) {
      throw new RequestException(400, "the request lacks content");
    }
    requireFree(name);
    Path file = workspace.imports().resolve(name).resolve(ModelCatalog.MODEL);
    AtomicFile.makeFolderOf(file);
    append(file, part.offset(), Base64.getDecoder().decode(content));
    return part.last() ? keep(file, name) : new ImportedModel(null, null);
  }

  private void requireFree(String name) {
    if (Files.exists(workspace.inside(name))) {
      throw new RequestException(409, "there is a " + name + " already: choose another name");
    }
  }

  private static void append(Path file, long offset, byte[] content) throws IOException {
    if (offset == 0) {
      Files.deleteIfExists(file);
    }
    long there = Files.exists(file) ? Files.size(file) : 0;
    if (offset != there) {
      throw new RequestException(
          409, "a part of the model is missing behind byte %,d: begin anew".formatted(there));
    }
    if (there + content.length > MOST_BYTES) {
      Files.deleteIfExists(file);
      throw new RequestException(
          413, "a model that is brought in has at most %d MB".formatted(MOST_BYTES >> 20));
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      // As if it had not come: it may be sent again.
      truncate(file, there);
      throw FileFailure.at(file, e);
    }
  }

  private static void truncate(Path file, long length) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    } catch (IOException unwritable) {
      // The next part does not follow it then, which is said.
      return;
    }
  }

  private ImportedModel keep(Path file, String name) throws BadFileException, IOException {
    try {
      FoundModel found = FoundModel.find(file.toString(), List.of());
      String encoding = found.encoding();
      Task<?> task =
          Tasks.ofEncoding(encoding)
              .orElseThrow(
                  () ->
                      new BadFileException(
                          Path.of(name), "a model of %s, which is not known".formatted(encoding)));
      // Opens all of it: a shape that does not fit is said now and not when music is wanted.
      task.inspect(found);
      // The folder comes with the model in it, or not at all.
      Files.move(file.resolveSibling(""), workspace.inside(name));
      return new ImportedModel(name, task.name());
    } catch (FileAlreadyExistsException there) {
      throw new RequestException(409, "there is a " + name + " already: choose another name");
    } catch (NoSuchFileException gone) {
      throw new RequestException(409, "the model is no longer there: begin anew");
    } finally {
      PartFile.discard(file, file.resolveSibling(""));
    }
  }
}
