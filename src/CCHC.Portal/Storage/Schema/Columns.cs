using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace CCHC.Portal.Storage.Schema;

/// <summary>The few column shapes every table is made of, the same words for both engines.</summary>
internal static class Columns
{
    extension(ColumnsBuilder table)
    {
        public OperationBuilder<AddColumnOperation> Key() => table.Column<Guid>(nullable: false);

        public OperationBuilder<AddColumnOperation> Ref() => table.Column<Guid>(nullable: false);

        public OperationBuilder<AddColumnOperation> MaybeRef() => table.Column<Guid>(nullable: true);

        public OperationBuilder<AddColumnOperation> Text() => table.Column<string>(nullable: false);

        public OperationBuilder<AddColumnOperation> MaybeText() => table.Column<string>(nullable: true);

        public OperationBuilder<AddColumnOperation> Instant() => table.Column<DateTime>(nullable: false);

        public OperationBuilder<AddColumnOperation> MaybeInstant() => table.Column<DateTime>(nullable: true);

        public OperationBuilder<AddColumnOperation> Day() => table.Column<DateOnly>(nullable: false);

        public OperationBuilder<AddColumnOperation> MaybeDay() => table.Column<DateOnly>(nullable: true);

        public OperationBuilder<AddColumnOperation> Yes() => table.Column<bool>(nullable: false);

        public OperationBuilder<AddColumnOperation> Number() => table.Column<int>(nullable: false);

        public OperationBuilder<AddColumnOperation> MaybeNumber() => table.Column<int>(nullable: true);

        public OperationBuilder<AddColumnOperation> Long() => table.Column<long>(nullable: false);

        public OperationBuilder<AddColumnOperation> Bytes() => table.Column<byte[]>(nullable: false);

        public OperationBuilder<AddColumnOperation> MaybeBytes() => table.Column<byte[]>(nullable: true);

        /// <summary>A number the engine counts up.</summary>
        public OperationBuilder<AddColumnOperation> Counter<T>() => table.Column<T>(nullable: false)
            .Annotation("Sqlite:Autoincrement", true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
    }
}
