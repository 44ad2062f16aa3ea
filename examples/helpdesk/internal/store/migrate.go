package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed migrations/*.sql
var migrations embed.FS

// inspect returns the version of a database, 0 for a new one. It changes nothing, not even
// the journal mode of another program's database. It is an error if the database belongs to
// another program, or was written by a newer version of this one.
func inspect(ctx context.Context, db *sql.DB) (int, error) {
	names, err := migrationNames()
	if err != nil {
		return 0, err
	}
	var version, tables, ours int
	if err := db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		if known := (*sqlite.Error)(nil); errors.As(err, &known) && known.Code() == sqlite3.SQLITE_NOTADB {
			return 0, fmt.Errorf("it is not a database of this program: %w", err)
		}
		return 0, fmt.Errorf("it cannot be opened: %w", err)
	}
	if err := db.QueryRowContext(ctx, `SELECT count(*), count(*) FILTER (WHERE name IN ('tickets', 'events', 'notices')) FROM sqlite_schema`).Scan(&tables, &ours); err != nil {
		return 0, err
	}
	switch {
	case version < 0, version == 0 && tables > 0, version > 0 && ours != 3:
		return 0, errors.New("it is not a database of this program: it has other tables")
	case version > len(names):
		return 0, fmt.Errorf("it has version %d and this program knows %d: it was written by a newer one", version, len(names))
	}
	return version, nil
}

// migrationNames returns the names of the migrations in order.
func migrationNames() ([]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	slices.Sort(names)
	return names, err
}

// migrate runs the migrations after a version, each in its own transaction, which also
// records it, so that a crash between two of them is harmless. If there are none to run, it
// rewrites the version: a database that cannot be written is noticed now and not with the
// first ticket.
func migrate(ctx context.Context, db *sql.DB, version int) error {
	names, err := migrationNames()
	if err != nil {
		return err
	}
	if version == len(names) {
		if err := migrateOne(ctx, db, ``, version); err != nil {
			return fmt.Errorf("it cannot be written: %w", err)
		}
	}
	for i, name := range names[version:] {
		text, err := migrations.ReadFile(name)
		if err != nil {
			return err
		}
		if err := migrateOne(ctx, db, string(text), version+i+1); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func migrateOne(ctx context.Context, db *sql.DB, text string, version int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	if _, err := tx.ExecContext(ctx, text); err != nil {
		return err
	}
	// A pragma takes no parameters, but the number is ours.
	if _, err := tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA user_version = %d`, version)); err != nil {
		return err
	}
	return tx.Commit()
}
