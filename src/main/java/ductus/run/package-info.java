/**
 * What commands, page and lab share. Here are the models and where they are found ({@link
 * ductus.model.place.ModelCatalog}), a run's folder and its settings; below it {@code corpus},
 * {@code training}, {@code generation}, {@code baseline}, {@code evaluation}, {@code export} and
 * {@code report}, which this package itself does not use. May use everything below it: the
 * modalities, {@code generate}, {@code train}, {@code model}, {@code nn}, {@code math}, {@code
 * file} and {@code picture}.
 */
@org.jspecify.annotations.NullMarked
package ductus.run;
