package main

import (
	"errors"
	"flag"
	"strings"
)

// A command is a sub-command of the program.
type command struct {
	name  string
	usage string // what follows the name
	about string // what it does, in a few words
	run   func(p *program, args []string) (status int)
}

// An answerFunc answers a line of input: one JSON value, with white space
// perhaps around it, that is valid until the function returns. Several workers
// call it at once. id is the line's own, also if the rest of the line is wrong; ""
// if it has none. a is nil if there is nothing to print.
type answerFunc func(line []byte) (id string, a answer, err error)

// An answer is what a line is answered with.
type answer interface {
	// appendJSON appends the answer as a JSON object, without a line end.
	appendJSON(b []byte) []byte
	// print prints the answer for people.
	print(t *table)
}

// lineCommand returns a command that answers lines of files. begin is called
// once a run: it defines the command's own flags and returns what answers a
// line, which can look at the flags, since it is called after they were set, and
// what says then what is wrong with them, or nil.
func lineCommand(name, usage, about string, begin func(*flag.FlagSet) (answer answerFunc, check func() error)) command {
	c := command{name: name, usage: strings.TrimSpace(usage + " [-format json|table] [FILE...]"), about: about}
	c.run = func(p *program, args []string) int {
		flags := p.flags(name)
		answer, check := begin(flags)
		format := formatFlag(flags, formatJSON, formatTable)
		if status, ok := p.parse(flags, args, c.help); !ok {
			return status
		}
		if err := lateFlag(flags.Args()); err != nil {
			return p.wrongFlags(name, err)
		}
		if check != nil {
			if err := check(); err != nil {
				return p.wrongFlags(name, err)
			}
		}
		out := newOutput(p.stdout, format.of(p.stdout))
		return p.answerFiles(flags.Args(), out, answer)
	}
	return c
}

// lateFlag says that a flag stands among files.
func lateFlag(files []string) error {
	for _, file := range files {
		if strings.HasPrefix(file, "-") && file != "-" {
			return errors.New(quote(file) + " comes too late: flags stand before files; write " + quote("./"+file) + " for a file of that name")
		}
	}
	return nil
}

// help returns the usage text of the command.
func (c command) help(flags *flag.FlagSet) string {
	var b strings.Builder
	b.WriteString("usage: slaclock " + c.name + " " + c.usage + "\n\n" + c.about + "\n\n")
	flags.SetOutput(&b)
	flags.PrintDefaults()
	return b.String()
}
