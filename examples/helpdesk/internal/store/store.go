// Package store keeps tickets, events and notices in a SQLite database on disk. It knows
// nothing about agreements: it stores what people said, and what they were told.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver, in pure Go
)

// The kinds of error.
var (
	ErrNotFound = errors.New("store: no such ticket")
	ErrTaken    = errors.New("store: the id is taken")
	ErrInUse    = errors.New("store: another process has the database open")
	// ErrCommit says that it is unknown whether a change was stored.
	ErrCommit = errors.New("store: commit")
)

// A Store is an open database. Only one process has it open at a time. Writes are serialized;
// reads run concurrently with them and see what is committed.
type Store struct {
	write, read *sql.DB
	lock        *lock
	// Fault, if set, is called between the steps of every change, with the name of the next
	// step. Tests make it panic, which is as if the process died: nothing after it happens,
	// and what is not committed is lost.
	Fault func(step string)
	// Refuse, if set, is called before every change; if it returns an error, the change fails
	// with it. Tests use it to simulate a full disk.
	Refuse func() error
}

// Open opens the database at a path, or creates it, and brings its tables up to date.
func Open(ctx context.Context, path string) (*Store, error) {
	path, err := follow(path)
	if err != nil {
		return nil, err
	}
	l, err := acquire(ctx, path+".lock")
	if err != nil {
		return nil, err
	}
	s := &Store{lock: l}
	// With synchronous=FULL a commit is on the disk when it returns: what was
	// acknowledged survives a power cut, not only a killed process.
	if s.write, err = open(path, "immediate", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "busy_timeout(5000)"); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.write.SetMaxOpenConns(1)
	if err := s.prepare(ctx, path); err != nil {
		return nil, errors.Join(fmt.Errorf("store: %s: %w", path, err), s.Close())
	}
	if s.read, err = open(path, "deferred", "query_only(1)", "busy_timeout(5000)"); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.read.SetMaxOpenConns(4)
	return s, nil
}

// follow returns the file to which a path leads through symbolic links: two names of one file
// must have one lock. A file that does not exist yet has only one name.
func follow(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		return real, nil
	}
	if info, lstatErr := os.Lstat(path); lstatErr == nil && info.Mode()&fs.ModeSymlink != 0 {
		return "", fmt.Errorf("store: %s is a link that leads nowhere: %w", path, err)
	}
	return path, nil
}

// prepare brings a database up to date, unless it is not this program's database.
func (s *Store) prepare(ctx context.Context, path string) error {
	look, err := open(path, "deferred", "query_only(1)", "busy_timeout(5000)")
	if err != nil {
		return err
	}
	version, err := inspect(ctx, look)
	if err = errors.Join(err, look.Close()); err != nil {
		return err
	}
	return migrate(ctx, s.write, version) // its first statement opens the connection
}

func open(path, txlock string, pragmas ...string) (*sql.DB, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	query := url.Values{"_txlock": {txlock}, "_pragma": pragmas}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(absolute), RawQuery: query.Encode()}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	return db, nil
}

// Close closes the database.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	errs = append(errs, s.lock.release())
	return errors.Join(errs...)
}

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	var one int
	return s.read.QueryRowContext(ctx, `SELECT 1 FROM sqlite_schema LIMIT 1`).Scan(&one)
}

// Probe rewrites existing data, to find out whether the database can be written.
func (s *Store) Probe(ctx context.Context) error {
	return s.Update(ctx, func(tx *Tx) error {
		var version int
		if err := tx.tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
			return fmt.Errorf("store: %w", err)
		}
		if _, err := tx.tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA user_version = %d`, version)); err != nil {
			return fmt.Errorf("store: %w", err)
		}
		return nil
	})
}

// Step calls the Fault hook with the next step.
func (s *Store) Step(step string) {
	if s.Fault != nil {
		s.Fault(step)
	}
}

// A Tx is a change: either all of it happens, or nothing.
type Tx struct {
	tx *sql.Tx
	s  *Store
}

// Update makes a change. What f does is committed if f returns nil. A change that has begun
// is finished even if ctx ends meanwhile: a client that has gone must not leave it in doubt.
func (s *Store) Update(ctx context.Context, f func(*Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	s.Step("begin")
	if s.Refuse != nil {
		if err := s.Refuse(); err != nil {
			return fmt.Errorf("store: %w", err)
		}
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	if err := f(&Tx{tx, s}); err != nil {
		return err
	}
	s.Step("commit")
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%w: %w", ErrCommit, err)
	}
	s.Step("committed")
	return nil
}
