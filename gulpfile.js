const { src, dest, parallel } = require('gulp');

/** The editor loads icons and codex files from beside the compiled nodes. */
const icons = () => src('icons/**/*.svg', { base: '.', encoding: false }).pipe(dest('dist'));
const codex = () => src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));

exports.default = parallel(icons, codex);
