package main

import (
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/clock"
)

// A config says how the service is run. Every flag can also be set by an environment
// variable: -log-level by HELPDESK_LOG_LEVEL, and -document, which can be repeated, by
// HELPDESK_DOCUMENTS. The flag wins.
type config struct {
	addr      string
	db        string
	token     string
	madeToken bool // no token was given
	webhook   string
	https     bool
	sample    bool
	clock     clock.Clock
	documents agreements.Sources
	level     slog.Level
	json      bool
	// stopWithin is how long requests in progress get when the service ends.
	stopWithin time.Duration
}

// leastToken is the minimum length of a token.
const leastToken = 16

// readConfig reads the configuration from flags and environment.
func readConfig(args []string, getenv func(string) string, out io.Writer) (config, error) {
	c := config{stopWithin: stopWithin}
	var clockText, format string
	var documents pathList
	flags := flag.NewFlagSet("helpdesk", flag.ContinueOnError)
	flags.SetOutput(out)
	flags.StringVar(&c.addr, "addr", "127.0.0.1:8080", "address to listen on")
	flags.StringVar(&c.db, "db", "helpdesk.db", "file of the database; made if it is not there")
	flags.StringVar(&c.token, "token", "", "secret that writing needs, at least 16 characters; without one, one is made and logged")
	flags.StringVar(&c.webhook, "webhook", "", "URL to which notices are posted")
	flags.BoolVar(&c.https, "https", false, "browsers come by https, through a proxy: cookies go nowhere else")
	flags.BoolVar(&c.sample, "sample", true, "fill an empty database with sample tickets")
	flags.StringVar(&clockText, "clock", "", "a clock of its own, for demonstrations: FROM,now,RATE as 2026-03-02T08:00:00Z,now,60")
	flags.Var(&documents, "document", "a `FILE` with a further agreement as a JSON document; can be given several times")
	flags.TextVar(&c.level, "log-level", slog.LevelInfo, "least level that is logged: DEBUG (every request), INFO, WARN or ERROR")
	flags.StringVar(&format, "log-format", "text", "text or json")
	if err := fromEnvironment(flags, getenv); err != nil {
		return c, err
	}
	if err := flags.Parse(args); err != nil {
		return c, err
	}
	if flags.NArg() > 0 {
		return c, fmt.Errorf("%q: the program takes flags only", flags.Arg(0))
	}
	var errs []error
	var err error
	if c.clock, err = clock.Parse(clockText); err != nil {
		errs = append(errs, err)
	}
	taken := agreements.BuiltIn{}.Names()
	if c.sample {
		taken = append(taken, sampleName)
	}
	if c.documents, err = agreements.ReadDocuments(documents.paths, taken); err != nil {
		errs = append(errs, err)
	}
	if c.db == "" {
		errs = append(errs, errors.New("db: a file is needed"))
	}
	if format != "text" && format != "json" {
		errs = append(errs, fmt.Errorf("log-format: %q is neither text nor json", format))
	}
	c.json = format == "json"
	if c.webhook != "" {
		if u, err := url.Parse(c.webhook); err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
			errs = append(errs, fmt.Errorf("webhook: %q is not an http or https URL", c.webhook))
		}
	}
	switch {
	case c.token == "":
		c.token, c.madeToken = rand.Text(), true
	case len(c.token) < leastToken:
		errs = append(errs, fmt.Errorf("token: %d characters are too few; %d at least", len(c.token), leastToken))
	case c.token != strings.TrimSpace(c.token) || strings.ContainsFunc(c.token, func(r rune) bool { return r < ' ' || r > '~' }):
		// Such as the line end of the file that it was read from: no header can contain it,
		// so nobody could write.
		errs = append(errs, errors.New("token: write ASCII characters, without blanks or line ends around them"))
	}
	return c, errors.Join(errs...)
}

// A pathList is the value of a flag that can be given several times. In the environment the
// paths are one text, as in PATH.
type pathList struct {
	paths []string
	given bool // by a flag, not by the environment
}

// String returns the paths as the environment has them.
func (l *pathList) String() string { return strings.Join(l.paths, string(filepath.ListSeparator)) }

// Set adds a path. The first flag replaces the paths of the environment.
func (l *pathList) Set(path string) error {
	if path == "" {
		return errors.New("a file is needed")
	}
	if !l.given {
		l.paths, l.given = nil, true
	}
	l.paths = append(l.paths, path)
	return nil
}

// fromEnvironment sets the flags for which there is an environment variable.
func fromEnvironment(flags *flag.FlagSet, getenv func(string) string) error {
	var errs []error
	flags.VisitAll(func(f *flag.Flag) {
		name := "HELPDESK_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		if list, ok := f.Value.(*pathList); ok {
			name += "S"
			if list.paths = filepath.SplitList(getenv(name)); slices.Contains(list.paths, "") {
				errs = append(errs, fmt.Errorf("%s: %q: a file is needed on both sides of each %c", name, getenv(name), filepath.ListSeparator))
			}
			return
		}
		value := getenv(name)
		if value == "" {
			return
		}
		if err := f.Value.Set(value); err != nil {
			if yes, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && yes.IsBoolFlag() {
				err = errors.New("write true or false")
			}
			errs = append(errs, fmt.Errorf("%s: %q: %w", name, value, err))
		}
	})
	return errors.Join(errs...)
}

// logger returns the logger that c asks for.
func (c config) logger(out io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.level}
	if c.json {
		return slog.New(slog.NewJSONHandler(out, options))
	}
	return slog.New(slog.NewTextHandler(out, options))
}

// rate is how fast the clock goes.
func (c config) rate() float64 {
	if f, ok := c.clock.(clock.Fast); ok {
		return f.Rate
	}
	return 1
}
