package ductus.spark.corpus;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import ductus.corpus.shard.CorpusManifest;
import ductus.spark.shard.ParquetShard;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The folder of a corpus that is made, on storage that all machines see. Files are written aside
 * and renamed, so that one is whole or not there.
 */
final class StagedCorpusFolder implements Serializable {
  static final String STATE = ".work/job.json";

  /** What was listed; there once all of it was. */
  static final String LISTED = ".work/listed.json";

  private static final long serialVersionUID = 1L;
  static final String WORK = ".work";

  /** There once something was read. */
  static final String READ = ".work/read";

  private static final String ASIDE = ".work/aside/";
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final String folder;

  /** Each executor reads it once; with each task it would take longer than most of them. */
  private final Broadcast<SerializableConfiguration> conf;

  /** The file of a part of the list. */
  static String listed(int part) {
    return String.format(Locale.ROOT, ".work/list/%08d.jsonl", part);
  }

  /** What was read of a part of the list. */
  static String read(int part) {
    return String.format(Locale.ROOT, ".work/read/%08d.parquet", part);
  }

  /** What was left out of a part of the list; -1 for folders that could not be listed. */
  static String refused(int part) {
    return String.format(Locale.ROOT, ".work/refused/%08d.jsonl", part);
  }

  /** A shard's file. */
  static String shard(int number) {
    return CorpusManifest.SHARDS + "/" + shardName(number);
  }

  static String shardName(int number) {
    return String.format(Locale.ROOT, "part-%05d.parquet", number);
  }

  /** What a shard left out, being there already. */
  static String repeated(int shard) {
    return String.format(Locale.ROOT, ".work/repeated/%05d.jsonl", shard);
  }

  /** What is said of a shard that is done. */
  static String done(int shard) {
    return String.format(Locale.ROOT, ".work/done/%05d.json", shard);
  }

  StagedCorpusFolder(String folder, Broadcast<SerializableConfiguration> conf) {
    this.folder = folder;
    this.conf = conf;
  }

  /** Its path or address, as users know it. */
  String name() {
    return folder;
  }

  private Path path(String name) {
    return new Path(folder, name);
  }

  private boolean isLocal() {
    String scheme = new Path(folder).toUri().getScheme();
    return scheme == null || scheme.equals("file");
  }

  private FileSystem files() throws IOException {
    if (isLocal()) {
      FileSystem local = new LocalFiles();
      local.initialize(URI.create("file:///"), conf.value().value());
      return local;
    }
    return new Path(folder).getFileSystem(conf.value().value());
  }

  /**
   * Hadoop's usual one puts a hidden file of checksums beside each file, and both start a program,
   * {@code chmod}, for each that they write.
   */
  private static final class LocalFiles extends RawLocalFileSystem {
    @Override
    public void setPermission(Path file, FsPermission permission) {
      // As this process' other files have it.
    }
  }

  boolean has(String name) throws IOException {
    return files().exists(path(name));
  }

  /** Whether the folder is missing or has nothing in it. */
  boolean isEmpty() throws IOException {
    return !files().exists(path(".")) || files().listStatus(new Path(folder)).length == 0;
  }

  long length(String name) throws IOException {
    return files().getFileStatus(path(name)).getLen();
  }

  InputStream open(String name) throws IOException {
    return files().open(path(name));
  }

  BufferedReader reader(String name) throws IOException {
    return new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
  }

  /** Removes a file, or a folder with all that is in it. */
  void remove(String name) throws IOException {
    files().delete(path(name), true);
  }

  /** Removes what only the making needed. */
  void removeWork() throws IOException {
    remove(WORK);
  }

  /** Removes the folder if nothing is in it. */
  void removeIfEmpty() throws IOException {
    if (isEmpty()) {
      files().delete(new Path(folder), false);
    }
  }

  ParquetShard openShard(String name) throws IOException {
    return new ParquetShard(
        isLocal()
            ? new LocalInputFile(local(name))
            : HadoopInputFile.fromPath(path(name), conf.value().value()));
  }

  private java.nio.file.Path local(String name) {
    return java.nio.file.Path.of(path(name).toUri().getPath());
  }

  /** A file aside that is to get a name later on. */
  String aside() {
    return ASIDE + UUID.randomUUID();
  }

  /** Where Parquet is to write a file. */
  OutputFile output(String name) throws IOException {
    files().mkdirs(path(name).getParent());
    return isLocal()
        ? new LocalOutputFile(local(name))
        : HadoopOutputFile.fromPath(path(name), conf.value().value());
  }

  /**
   * Gives a file that was written aside its name; another attempt's, which is the same, may stay.
   */
  void place(String aside, String name) throws IOException {
    FileSystem files = files();
    files.mkdirs(path(name).getParent());
    if (!files.rename(path(aside), path(name))) {
      if (!files.exists(path(name))) {
        throw new IOException(path(name) + ": cannot be written");
      }
      files.delete(path(aside), false);
    }
  }

  /** Writes lines. */
  @FunctionalInterface
  interface Lines {
    void write(Writer to) throws IOException;
  }

  /** Writes a file of text. */
  void write(String name, Lines lines) throws IOException {
    String aside = aside();
    try (Writer to =
        new BufferedWriter(
            new OutputStreamWriter(files().create(path(aside), true), StandardCharsets.UTF_8))) {
      lines.write(to);
    } catch (IOException | RuntimeException failed) {
      remove(aside);
      throw failed;
    }
    place(aside, name);
  }

  void writeJson(String name, Object content) throws IOException {
    write(name, to -> to.write(PRETTY.toJson(content) + "\n"));
  }

  <T> T readJson(String name, Class<T> type) throws IOException {
    try (BufferedReader from = reader(name)) {
      return PRETTY.fromJson(from, type);
    }
  }
}
