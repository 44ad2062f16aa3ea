package main

import (
	"fmt"
	"io"
	"os"
)

// answerFiles answers the lines of files, or of standard input if there are
// none, and returns the exit status.
func (p *program) answerFiles(files []string, out *output, answer answerFunc) int {
	if len(files) == 0 {
		files = []string{"-"}
	}
	run := lineRun{answer: answer, out: out, progress: newProgress(p.stderr, p.stdout), named: len(files) > 1}
	status := exitDone
	for _, file := range files {
		if err := run.file(file, p.stdin); err != nil {
			run.progress.clear()
			status = p.failed(err)
		}
	}
	run.progress.clear()
	if err := out.flush(); err != nil {
		return p.failed(err)
	}
	if run.failed {
		return exitFailed
	}
	return status
}

// A lineRun is one pass over the lines of some files.
type lineRun struct {
	answer   answerFunc
	out      *output
	progress *progress
	named    bool // several files: errors say which one
	failed   bool // some line could not be answered
}

// file answers the lines of a file, "-" for standard input. The error says that
// it could not be opened.
func (run *lineRun) file(name string, stdin io.Reader) error {
	if name == "-" {
		run.lines(name, stdin)
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	run.lines(name, f)
	return nil
}

// lines answers the lines that r has, until one cannot be read or output fails,
// which flush will tell.
func (run *lineRun) lines(name string, r io.Reader) {
	lines := newLineReader(r, func() { run.out.flush() })
	for run.out.err == nil {
		line, err := lines.next()
		if err == io.EOF {
			return
		}
		if err == nil && blank(line) {
			continue
		}
		f := failure{line: lines.n}
		if run.named {
			f.file = name
		}
		last := err != nil && err != errLongLine
		var a answer
		switch {
		case err == nil:
			f.id, a, err = run.answer(line)
		case last:
			err = fmt.Errorf("the line cannot be read: %w", err)
		}
		if err != nil {
			run.failed = true
			f.text = describe(err)
			a = f
		}
		run.out.write(a)
		run.progress.line(err != nil)
		if last {
			return
		}
	}
}
